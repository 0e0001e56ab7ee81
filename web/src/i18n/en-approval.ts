import approval from "./en/approval.json";

/** Words of approvals: brought by their pages and cards. */
export default { approval };
