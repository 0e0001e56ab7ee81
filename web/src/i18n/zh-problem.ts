import problem from "./zh/problem-more.json";

/** Refusals of what is not part of the first page: brought when the page stands. */
export default { problem };
