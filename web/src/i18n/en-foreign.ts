import foreign from "./en/foreign.json";

/** Words of other systems' tasks: brought by their page and card. */
export default { foreign };
