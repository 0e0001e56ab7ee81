-- What a DING was sent about: an approval or a report, by its id there and the title it had when the DING was sent.
alter table ding
    add column origin_id    bigint,
    add column origin_title text check (char_length(origin_title) between 1 and 120),
    drop constraint ding_source_check,
    add constraint ding_source_check check (source in ('CHAT', 'WORKBENCH', 'API', 'APPROVAL', 'REPORT')),
    add constraint ding_origin_check check (
        (source in ('APPROVAL', 'REPORT')) = (origin_id is not null) and (origin_id is null) = (origin_title is null));
