-- What is to be remembered, until it has been served. A served one is gone, one that comes again moves.
create table reminder_item (
    id            bigint      generated always as identity primary key,
    org_id        bigint      not null references org (id),
    reminder_key  text        collate "C" not null check (char_length(reminder_key) between 1 and 100),
    topic         text        not null,
    rule          jsonb       not null,          -- a ReminderTime
    after_at      timestamptz,                   -- occasions until then are over; null: none is
    recipients    bigint[]    not null check (cardinality(recipients) <= 500),
    content       jsonb,                         -- a ReminderText; null: only the event
    ways          text[]      not null,
    restraint     text        not null check (restraint in ('NONE', 'QUIET_HOURS', 'WORK_TIME')),
    valid_seconds integer     not null check (valid_seconds between 1 and 604800),
    occasion_at   timestamptz not null,          -- what the rule names
    due_at        timestamptz not null,          -- when it is served: the occasion, or the next working time
    created_at    timestamptz not null,
    unique (org_id, reminder_key)
);
-- What is to be served next, of all companies.
create index reminder_item_due_idx on reminder_item (due_at, id);

-- By which ways a member wants reminders. No row: as the reminder says.
create table reminder_preference (
    org_id       bigint  not null references org (id),
    principal_id bigint  not null references principal (id),
    push         boolean not null,
    email        boolean not null,
    primary key (org_id, principal_id)
);
