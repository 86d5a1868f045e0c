/** Weights that put candidate pages in order, one per feature of `page-features.ts`; learned from OMoS-QA (CC BY 4.0), the town's own questions and encyclopaedic paragraphs by `bench/answers/training/train.ts`. */
export const pageWeights: readonly number[] = [
  1.224, // retrieval
  4.299, // retrievalToBest
  -0.008474, // retrievalRank
  0.4405, // pageAny
  1.102, // pageExact
  0.106, // windowAny
  -1.273, // windowExact
  -0.1653, // titleAny
  -0.4186, // titleExact
  0.3923, // titleShare
  -0.7642, // lineAny
  -1.825, // lineExact
  -0.4339, // likely1
  3.333, // likely3
  -0.1678, // likelySum
  2.769, // grams
  2.293, // titleGrams
  -0.0001199, // lines
  -1.795, // unitsSaid
  7.782e-17, // units
  0.08455, // pageAnyToBest
  0.7531, // windowToBest
  1.969, // openingAny
  1.52, // verbatim
  0.7697, // together
  1.434, // kindWindow
  0.4719, // rareAny
  1.111, // rareLine
];
