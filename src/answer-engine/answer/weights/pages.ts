/** Weights that put candidate pages in order, one per feature of `page-features.ts`; learned from OMoS-QA (CC BY 4.0), the town's own questions and encyclopaedic paragraphs by `bench/answers/training/train.ts`. */
export const pageWeights: readonly number[] = [
  1.195, // retrieval
  4.289, // retrievalToBest
  -0.008948, // retrievalRank
  0.4687, // pageAny
  1.109, // pageExact
  0.1177, // windowAny
  -1.261, // windowExact
  -0.1236, // titleAny
  -0.4263, // titleExact
  0.3801, // titleShare
  -0.7289, // lineAny
  -1.847, // lineExact
  -0.4239, // likely1
  3.345, // likely3
  -0.1675, // likelySum
  2.768, // grams
  2.285, // titleGrams
  -0.00007649, // lines
  -1.811, // unitsSaid
  1.86e-17, // units
  0.09279, // pageAnyToBest
  0.7468, // windowToBest
  1.967, // openingAny
  1.52, // verbatim
  0.7586, // together
  1.422, // kindWindow
  0.4683, // rareAny
  1.1, // rareLine
];
