/** Weights that put candidate pages in order, one per feature of `page-features.ts`; learned from OMoS-QA (CC BY 4.0) and the town's own questions by `bench/answers/training/train.ts`. */
export const pageWeights: readonly number[] = [
  2.502, // retrieval
  3.169, // retrievalToBest
  -0.04286, // retrievalRank
  0.9305, // pageAny
  2.003, // pageExact
  0.3082, // windowAny
  -1.895, // windowExact
  -0.5272, // titleAny
  -0.8044, // titleExact
  0.3503, // titleShare
  1.255, // lineAny
  -1.255, // lineExact
  -0.6396, // likely1
  4.548, // likely3
  -0.1566, // likelySum
  1.915, // grams
  2.159, // titleGrams
  0.007401, // lines
  -2.333, // unitsSaid
  -1.813e-17, // units
  -0.1573, // pageAnyToBest
  0.9447, // windowToBest
  1.957, // openingAny
];
