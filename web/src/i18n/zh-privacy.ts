import privacy from "./zh/privacy.json";

/** Words of privacy: brought by its page and the part in a customer's profile. */
export default { privacy };
