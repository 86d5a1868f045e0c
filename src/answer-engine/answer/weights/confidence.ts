/** How sure to be, one weight per feature of `confidence.ts`; learned from the town's own questions by `bench/answers/training/confidence.ts`. */
export const confidenceWeights: readonly number[] = [
  1.024, // pageCovers
  1.025, // windowCovers
  -0.2093, // exactCovers
  1.016, // lineCovers
  0.6895, // titleCovers
  1.26, // likely
  1.246, // retrieval
  0.2427, // margin
  -1.842, // misfit
  -0.1142, // mainUnsaid
  0.872, // unknown
  -1.232, // unsaidShare
  -0.5737, // fewUnits
  -0.5922, // mainMissing
  0.4613, // nounMissing
  -0.8856, // noNumber
  -1.809, // noDate
  -0.1755, // asksCost
  -0.8256, // asksOpening
  0.02567, // grams
  -2.182, // constant
];
