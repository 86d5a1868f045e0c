/** How sure to be, one weight per feature of `confidence.ts`; learned from the town's own questions by `bench/answers/training/train-confidence.ts`. */
export const confidenceWeights: readonly number[] = [
  0.921, // pageCovers
  0.9626, // windowCovers
  0, // exactCovers
  0.6942, // lineCovers
  0.0391, // titleCovers
  1.263, // likely
  1.441, // retrieval
  0.2881, // margin
  -2.36, // misfit
  -0.003821, // mainUnsaid
  0, // unknown
  -1.295, // unsaidShare
  -0.4127, // fewUnits
  -0.08461, // mainMissing
  0, // nounMissing
  -0.3093, // focusUnsaid
  0.1174, // kindNearby
  -1.824, // noNumber
  -0.2778, // noDate
  -0.2838, // asksCost
  -0.9906, // asksOpening
  0, // grams
  -0.6828, // countUnsaid
  -0.02541, // costUnsaid
  -1.066, // whenUnsaid
  0, // weaklySaid
  -2.045, // constant
];
