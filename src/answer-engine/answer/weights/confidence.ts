/** How sure to be, one weight per feature of `confidence.ts`; learned from the town's own questions by `bench/answers/training/train-confidence.ts`. */
export const confidenceWeights: readonly number[] = [
  0.7626, // pageCovers
  0.8387, // windowCovers
  0, // exactCovers
  0.4436, // lineCovers
  0.6837, // titleCovers
  1.075, // likely
  0.9499, // retrieval
  0.3251, // margin
  -2.53, // misfit
  -0.04942, // mainUnsaid
  0, // unknown
  -2.491, // unsaidShare
  -1.057, // fewUnits
  -0.4017, // mainMissing
  0, // nounMissing
  -0.7206, // focusUnsaid
  0, // kindNearby
  -1.368, // noNumber
  -0.4682, // noDate
  -0.1606, // asksCost
  -0.6802, // asksOpening
  0.06218, // grams
  -0.9126, // constant
];
