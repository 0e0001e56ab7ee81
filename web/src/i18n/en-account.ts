import account from "./en/account.json";

/** Words of signing in, joining and choosing a company: brought by their pages and the menu of the own face. */
export default { account };
