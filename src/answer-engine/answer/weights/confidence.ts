/** How sure to be, one weight per feature of `confidence.ts`; learned from the town's own questions by `bench/answers/training/train-confidence.ts`. */
export const confidenceWeights: readonly number[] = [
  0.9408, // pageCovers
  0.9779, // windowCovers
  0, // exactCovers
  0.7981, // lineCovers
  0.1518, // titleCovers
  2.04, // likely
  1.424, // retrieval
  0.2555, // margin
  -2.336, // misfit
  0, // mainUnsaid
  0, // unknown
  -1.437, // unsaidShare
  -0.4486, // fewUnits
  0, // mainMissing
  0, // nounMissing
  -0.3019, // focusUnsaid
  0.083, // kindNearby
  -1.674, // noNumber
  -0.2333, // noDate
  -0.2564, // asksCost
  -1.027, // asksOpening
  0, // grams
  -1.03, // countUnsaid
  0, // costUnsaid
  -1.02, // whenUnsaid
  0, // weaklySaid
  -2.484, // constant
];
