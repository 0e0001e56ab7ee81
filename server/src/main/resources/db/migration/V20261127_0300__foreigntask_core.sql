-- Tasks that a company's other systems give to its members. A system is the name of the key with which it calls.
create table foreigntask_system (
    id     bigint generated always as identity primary key,
    org_id bigint not null references org (id),
    name   text   not null check (char_length(name) between 1 and 40),
    unique (org_id, name),
    unique (org_id, id)
);

create table foreigntask_task (
    id            bigint generated always as identity primary key,
    org_id        bigint      not null,
    system_id     bigint      not null,
    task_key      text        not null check (char_length(task_key) between 1 and 100),
    title         text        not null check (char_length(title) between 1 and 200),
    facts         jsonb       not null,               -- [{"label","value"}]
    link          text        check (char_length(link) <= 1000),
    due_at        timestamptz,
    buttons       jsonb       not null,               -- [{"key","label"}]
    state         text        not null check (state in ('OPEN', 'DONE', 'CANCELLED')),
    how           text        check (how in ('ANSWERED', 'SYSTEM', 'WITHDRAWN', 'LEFT')),
    version       integer     not null,
    digest        text        not null,               -- of what the system said last: the same again changes nothing
    answer        text,
    answered_by   bigint references principal (id),
    answered_at   timestamptz,
    answer_text   text        check (char_length(answer_text) <= 500),
    created_at    timestamptz not null,
    changed_at    timestamptz not null,
    ended_at      timestamptz,
    unique (org_id, id),
    unique (org_id, system_id, task_key),
    foreign key (org_id, system_id) references foreigntask_system (org_id, id),
    check ((state = 'OPEN') = (ended_at is null)),
    check ((state = 'OPEN') = (how is null)),
    check ((answer is null) = (answered_by is null) and (answer is null) = (answered_at is null))
) with (fillfactor = 80);

-- Whose list it is in. "place" orders the list: the number of the move that put it there.
create table foreigntask_assignee (
    org_id    bigint      not null,
    task_id   bigint      not null,
    member_id bigint      not null references principal (id),
    system_id bigint      not null,
    open      boolean     not null,
    place     bigint      not null,
    given_no  bigint      not null,
    given_at  timestamptz not null,
    primary key (org_id, task_id, member_id),
    foreign key (org_id, task_id) references foreigntask_task (org_id, id)
) with (fillfactor = 80);
create index foreigntask_assignee_list_idx on foreigntask_assignee (org_id, member_id, open, place desc);
-- How many a person was given lately: many are told by one card.
create index foreigntask_assignee_given_idx on foreigntask_assignee (org_id, member_id, system_id, given_at);

-- Numbers of moves, one after the other for each company; whoever moves tasks of the company holds the row.
create table foreigntask_counter (
    org_id     bigint  primary key references org (id),
    last       bigint  not null,
    open_tasks integer not null
) with (fillfactor = 50);

-- What people did, for the systems that ask.
create table foreigntask_change (
    org_id    bigint      not null,
    no        bigint      not null,
    system_id bigint      not null,
    task_id   bigint      not null,
    what      text        not null check (what in ('ANSWERED', 'LEFT')),
    member_id bigint      not null references principal (id),
    answer    text,
    said      text,
    at        timestamptz not null,
    primary key (org_id, no),
    foreign key (org_id, task_id) references foreigntask_task (org_id, id)
);
create index foreigntask_change_system_idx on foreigntask_change (org_id, system_id, no);
create index foreigntask_change_at_idx on foreigntask_change (at);
