import crm from "./en/crm.json";

/** Words of importing customers and of rules that tag them: brought by their pages. */
export default { crm };
