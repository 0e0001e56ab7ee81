import app from "./en/app.json";
import contacts from "./en/contacts.json";
import ding from "./en/ding.json";
import form from "./en/form.json";
import messaging from "./en/messaging.json";
import problem from "./en/problem.json";
import shell from "./en/shell.json";
import tell from "./en/tell.json";
import ui from "./en/ui.json";
import workbench from "./en/workbench.json";

export default { app, contacts, ding, form, messaging, problem, shell, tell, ui, workbench };
