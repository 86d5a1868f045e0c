/** Weights that put candidate pages in order, one per feature of `page-features.ts`; learned from OMoS-QA (CC BY 4.0) and the town's own questions by `bench/answers/training/train.ts`. */
export const pageWeights: readonly number[] = [
  2.833, // retrieval
  2.617, // retrievalToBest
  -0.0453, // retrievalRank
  1.463, // pageAny
  1.861, // pageExact
  0.7707, // windowAny
  -2.129, // windowExact
  -0.75, // titleAny
  -0.6782, // titleExact
  0.3038, // titleShare
  1.032, // lineAny
  -1.111, // lineExact
  -0.6264, // likely1
  4.611, // likely3
  -0.1754, // likelySum
  1.848, // grams
  2.238, // titleGrams
  0.007759, // lines
  -2.47, // unitsSaid
  -1.69e-17, // units
  -0.289, // pageAnyToBest
  0.862, // windowToBest
  2.042, // openingAny
];
