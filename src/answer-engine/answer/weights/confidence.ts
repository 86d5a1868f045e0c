/** How sure to be, one weight per feature of `confidence.ts`; learned from the town's own questions by `bench/answers/training/confidence.ts`. */
export const confidenceWeights: readonly number[] = [
  1.333, // pageCovers
  1.333, // windowCovers
  -0.2731, // exactCovers
  0.6232, // lineCovers
  0.4167, // titleCovers
  -0.005916, // likely
  1.131, // retrieval
  0.1615, // margin
  -3.503, // misfit
  -0.6734, // mainUnsaid
  -1.102, // unknown
  -1.595, // unsaidShare
  -0.7825, // fewUnits
  -1.283, // asksCost
  -0.474, // asksOpening
  1.377, // grams
  -1.446, // constant
];
