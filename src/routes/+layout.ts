/** The whole app is HTML from the server; `ui/enhance.client.ts` is all the JavaScript there is. */
export const csr = false;
