-- Old rows are removed: docs/decisions/0032. Days come in their order, so a small index of the blocks is enough.
create index customercare_chat_age_idx on customercare_chat using brin (day);
create index customercare_day_age_idx on customercare_day using brin (day);
