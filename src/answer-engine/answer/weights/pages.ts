/** Weights that put candidate pages in order, one per feature of `page-features.ts`; learned from OMoS-QA (CC BY 4.0) by `bench/answers/training/train.ts`. */
export const pageWeights: readonly number[] = [
  3.123, // retrieval
  4.224, // retrievalToBest
  0.0214, // retrievalRank
  0.9399, // pageAny
  2.462, // pageExact
  -0.05893, // windowAny
  -1.775, // windowExact
  -0.3048, // titleAny
  -0.7707, // titleExact
  0.08351, // titleShare
  1.899, // lineAny
  -1.194, // lineExact
  1.091, // likely1
  2.561, // likely3
  -0.1152, // likelySum
  2.345, // grams
  3.092, // titleGrams
  0.01233, // lines
  -2.906, // unitsSaid
  -8.734e-17, // units
  -1.11, // pageAnyToBest
  0.2992, // windowToBest
  1.794, // openingAny
];
