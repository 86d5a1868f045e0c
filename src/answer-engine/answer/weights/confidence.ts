/** How sure to be, one weight per feature of `confidence.ts`; learned from the town's own questions by `bench/answers/training/confidence.ts`. */
export const confidenceWeights: readonly number[] = [
  1.046, // pageCovers
  1.048, // windowCovers
  -0.1474, // exactCovers
  1.16, // lineCovers
  0.4317, // titleCovers
  0.4793, // likely
  1.253, // retrieval
  0.2264, // margin
  -1.845, // misfit
  -0.08156, // mainUnsaid
  0.6476, // unknown
  -1.265, // unsaidShare
  -0.6595, // fewUnits
  -0.5777, // mainMissing
  0.292, // nounMissing
  -0.04796, // asksCost
  -0.9641, // asksOpening
  -0.1403, // grams
  -1.54, // constant
];
