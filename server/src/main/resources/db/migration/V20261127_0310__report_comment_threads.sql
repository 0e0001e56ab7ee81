-- Comments are answered, one level deep, and carry files. A removed one that was answered stays as an empty place.
alter table report_comment
    add column reply_to bigint check (reply_to <> id),
    add column files bigint[] not null default '{}' check (cardinality(files) <= 9),
    add column removed_at timestamptz,
    drop constraint report_comment_text_check,
    add constraint report_comment_text_check check ((removed_at is null) = (char_length(text) between 1 and 2000)),
    add unique (org_id, report_id, id),
    add foreign key (org_id, report_id, reply_to) references report_comment (org_id, report_id, id);

-- Thread by thread.
drop index report_comment_list_idx;
create index report_comment_thread_idx on report_comment (org_id, report_id, (coalesce(reply_to, id)), id);
