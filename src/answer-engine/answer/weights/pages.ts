/** Weights that put candidate pages in order, one per feature of `page-features.ts`; learned from OMoS-QA (CC BY 4.0), the town's own questions and encyclopaedic paragraphs by `bench/answers/training/train.ts`. */
export const pageWeights: readonly number[] = [
  1.185, // retrieval
  4.199, // retrievalToBest
  -0.01324, // retrievalRank
  0.6285, // pageAny
  0.9588, // pageExact
  0.2056, // windowAny
  -1.609, // windowExact
  -0.2888, // titleAny
  0.05523, // titleExact
  0.4186, // titleShare
  -0.8122, // lineAny
  -2.521, // lineExact
  -0.1188, // likely1
  4.083, // likely3
  -0.1658, // likelySum
  3.116, // grams
  1.871, // titleGrams
  0.001498, // lines
  -1.687, // unitsSaid
  1.237e-17, // units
  0.1126, // pageAnyToBest
  0.9975, // windowToBest
  2.078, // openingAny
  1.77, // verbatim
  0.6877, // together
  1.034, // kindWindow
  0.9397, // rareAny
  0.675, // rareLine
];
