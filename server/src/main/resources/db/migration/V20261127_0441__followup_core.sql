-- What was written down about a customer, and what is to be done for him.
create table followup_note (
    id          bigint generated always as identity primary key,
    org_id      bigint      not null references org (id),
    customer_id bigint      not null,
    author_id   bigint      not null references principal (id),
    text        text        not null check (char_length(text) <= 2000),
    files       bigint[]    not null default '{}' check (cardinality(files) <= 9),
    created_at  timestamptz not null,
    edited_at   timestamptz,
    deleted_at  timestamptz,
    unique (org_id, id)
);
create index followup_note_customer_idx on followup_note (org_id, customer_id, id desc);

create table followup_task (
    id          bigint generated always as identity primary key,
    org_id      bigint      not null references org (id),
    customer_id bigint      not null,
    author_id   bigint      not null references principal (id),
    assignee_id bigint      not null references principal (id),
    text        text        not null check (char_length(text) between 1 and 200),
    due_at      timestamptz not null,
    created_at  timestamptz not null,
    done_at     timestamptz,
    unique (org_id, id)
);
create index followup_task_customer_idx on followup_task (org_id, customer_id, id desc);
create index followup_task_open_idx on followup_task (org_id, assignee_id, due_at, id) where done_at is null;

-- Answers that are written again and again: of a member, or for all.
create table followup_reply (
    id         bigint generated always as identity primary key,
    org_id     bigint      not null references org (id),
    owner_id   bigint references principal (id), -- null: the team's
    title      text        not null check (char_length(title) between 1 and 60),
    text       text        not null check (char_length(text) between 1 and 2000),
    changed_at timestamptz not null,
    unique (org_id, id)
);
create index followup_reply_owner_idx on followup_reply (org_id, owner_id, id);
