import care from "./zh/care.json";

/** Words of waiting customers and their numbers: brought by their pages. */
export default { care };
