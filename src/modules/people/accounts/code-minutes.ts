/** Minutes that a mailed code is good for. */
export const codeMinutes = 15
