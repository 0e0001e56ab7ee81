import care from "./en/care.json";

/** Words of waiting customers and their numbers: brought by their pages. */
export default { care };
