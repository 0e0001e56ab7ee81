import forms from "./en/forms.json";

/** Words of forms that are filled in: brought by the pages that show one. */
export default { forms };
