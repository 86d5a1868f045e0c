/** Weights that put candidate pages in order, one per feature of `page-features.ts`; learned from OMoS-QA (CC BY 4.0) and the town's own questions by `bench/answers/training/train.ts`. */
export const pageWeights: readonly number[] = [
  2.586, // retrieval
  3.211, // retrievalToBest
  -0.04093, // retrievalRank
  1.055, // pageAny
  2.002, // pageExact
  0.4356, // windowAny
  -1.884, // windowExact
  -0.4366, // titleAny
  -0.8728, // titleExact
  0.2941, // titleShare
  1.355, // lineAny
  -1.286, // lineExact
  -1.017, // likely1
  4.909, // likely3
  -0.1794, // likelySum
  1.869, // grams
  2.146, // titleGrams
  0.007758, // lines
  -2.351, // unitsSaid
  4.944e-17, // units
  -0.3171, // pageAnyToBest
  0.8467, // windowToBest
  1.954, // openingAny
];
