import material from "./en/material.json";

/** Words of products and materials: brought by their pages, the panel beside a chat and their cards. */
export default { material };
