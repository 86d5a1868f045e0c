/** Weights that put candidate pages in order, one per feature of `page-features.ts`; learned from OMoS-QA (CC BY 4.0) and the town's own questions by `bench/answers/training/train.ts`. */
export const pageWeights: readonly number[] = [
  2.494, // retrieval
  3.616, // retrievalToBest
  -0.01458, // retrievalRank
  0.4364, // pageAny
  2.314, // pageExact
  0.226, // windowAny
  -1.534, // windowExact
  0.2651, // titleAny
  -1.131, // titleExact
  0.3446, // titleShare
  1.139, // lineAny
  -1.361, // lineExact
  -2.55, // likely1
  6.1, // likely3
  -0.1061, // likelySum
  2.298, // grams
  2.022, // titleGrams
  0.005107, // lines
  -2.112, // unitsSaid
  -8.314e-17, // units
  -0.04718, // pageAnyToBest
  0.91, // windowToBest
  1.841, // openingAny
];
