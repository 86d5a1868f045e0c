/** How sure to be, one weight per feature of `confidence.ts`; learned from the town's own questions by `bench/answers/training/train-confidence.ts`. */
export const confidenceWeights: readonly number[] = [
  0.7132, // pageCovers
  0.7729, // windowCovers
  0.796, // titleCovers
  1.393, // likely
  1.233, // retrieval
  0.357, // margin
  -3.856, // misfit
  -1.469, // unsaidShare
  -0.07326, // fewUnits
  -0.08829, // mainMissing
  0, // focusUnsaid
  0.04219, // kindNearby
  -0.8117, // noNumber
  0, // noDate
  0.3744, // asksCost
  -0.02149, // asksOpening
  -1.224, // whenUnsaid
  0.6269, // askedCovers
  0.2181, // strongSaid
  -0.3602, // askedNounUnsaid
  0.8545, // sentences
  0.8068, // length
  0, // verbUnsaid
  -4.325, // constant
];
