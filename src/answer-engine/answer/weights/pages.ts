/** Weights that put candidate pages in order, one per feature of `page-features.ts`; learned from OMoS-QA (CC BY 4.0) by `bench/answers/training/train.ts`. */
export const pageWeights: readonly number[] = [
  2.95, // retrieval
  3.964, // retrievalToBest
  0.0207, // retrievalRank
  0.8979, // pageAny
  2.389, // pageExact
  -0.1284, // windowAny
  -1.562, // windowExact
  0.1411, // titleAny
  -0.8665, // titleExact
  -0.07365, // titleShare
  2.153, // lineAny
  -1.229, // lineExact
  -0.6325, // likely1
  4.699, // likely3
  -0.09474, // likelySum
  2.324, // grams
  3.071, // titleGrams
  0.01154, // lines
  -2.765, // unitsSaid
  1.348e-16, // units
  -0.853, // pageAnyToBest
  0.2652, // windowToBest
  1.55, // openingAny
];
