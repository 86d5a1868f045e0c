/** Weights that put candidate pages in order, one per feature of `page-features.ts`; learned from OMoS-QA (CC BY 4.0) and the town's own questions by `bench/answers/training/train.ts`. */
export const pageWeights: readonly number[] = [
  2.674, // retrieval
  3.182, // retrievalToBest
  -0.03485, // retrievalRank
  0.3338, // pageAny
  2.309, // pageExact
  -0.1347, // windowAny
  -1.595, // windowExact
  0.3248, // titleAny
  -1.084, // titleExact
  0.3711, // titleShare
  1.038, // lineAny
  -1.451, // lineExact
  -0.9736, // likely1
  4.76, // likely3
  -0.1622, // likelySum
  2.201, // grams
  1.897, // titleGrams
  0.008005, // lines
  -2.15, // unitsSaid
  -2.586e-18, // units
  -0.0471, // pageAnyToBest
  1.127, // windowToBest
  1.862, // openingAny
];
