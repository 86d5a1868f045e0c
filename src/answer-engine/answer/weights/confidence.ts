/** How sure to be, one weight per feature of `confidence.ts`; learned from the town's own questions by `bench/answers/training/train-confidence.ts`. */
export const confidenceWeights: readonly number[] = [
  0.7247, // pageCovers
  0.796, // windowCovers
  0, // exactCovers
  0.7337, // lineCovers
  0.2927, // titleCovers
  1.054, // likely
  1.277, // retrieval
  0.3037, // margin
  -2.701, // misfit
  0, // mainUnsaid
  0, // unknown
  -1.598, // unsaidShare
  -0.6865, // fewUnits
  -0.3132, // mainMissing
  0, // nounMissing
  -0.3865, // focusUnsaid
  0.04288, // kindNearby
  -1.57, // noNumber
  -0.7211, // noDate
  -0.3174, // asksCost
  -0.6524, // asksOpening
  0, // grams
  -1.471, // constant
];
