/** How sure to be, one weight per feature of `confidence.ts`; learned from the town's own questions by `bench/answers/training/train-confidence.ts`. */
export const confidenceWeights: readonly number[] = [
  0.6556, // pageCovers
  0.7109, // windowCovers
  0.8153, // titleCovers
  2.047, // likely
  1.396, // retrieval
  0.4017, // margin
  -2.132, // misfit
  -1.465, // unsaidShare
  -0.1441, // fewUnits
  -0.2147, // mainMissing
  -0.5157, // focusUnsaid
  0.2865, // kindNearby
  -1.02, // noNumber
  -1.276, // noDate
  -0.08025, // asksCost
  -0.2009, // asksOpening
  -2.212, // whenUnsaid
  0.5462, // askedCovers
  0.3051, // strongSaid
  -0.2143, // askedNounUnsaid
  0.5659, // sentences
  1.109, // length
  0, // verbUnsaid
  -5.53, // constant
];
