/** Weights that put candidate pages in order, one per feature of `page-features.ts`; learned from OMoS-QA (CC BY 4.0) by `bench/answers/training/train.ts`. */
export const pageWeights: readonly number[] = [
  3.139, // retrieval
  4.224, // retrievalToBest
  0.02526, // retrievalRank
  0.938, // pageAny
  2.481, // pageExact
  -0.1153, // windowAny
  -1.891, // windowExact
  -0.2806, // titleAny
  -0.7413, // titleExact
  0.05804, // titleShare
  1.745, // lineAny
  -1.144, // lineExact
  0.752, // likely1
  3.031, // likely3
  -0.118, // likelySum
  2.387, // grams
  3.141, // titleGrams
  0.01264, // lines
  -2.99, // unitsSaid
  -1.678e-17, // units
  -1.033, // pageAnyToBest
  0.3945, // windowToBest
  1.807, // openingAny
];
