/** Weights that put candidate pages in order, one per feature of `page-features.ts`; learned from OMoS-QA (CC BY 4.0) and the town's own questions by `bench/answers/training/train.ts`. */
export const pageWeights: readonly number[] = [
  2.633, // retrieval
  3.335, // retrievalToBest
  -0.03365, // retrievalRank
  0.1346, // pageAny
  2.294, // pageExact
  0.02869, // windowAny
  -1.578, // windowExact
  0.2751, // titleAny
  -1.134, // titleExact
  0.3582, // titleShare
  1.112, // lineAny
  -1.448, // lineExact
  -1.223, // likely1
  4.545, // likely3
  -0.1297, // likelySum
  2.176, // grams
  1.814, // titleGrams
  0.005858, // lines
  -1.984, // unitsSaid
  3.853e-17, // units
  -0.1938, // pageAnyToBest
  1.176, // windowToBest
  1.886, // openingAny
];
