-- The message desk finds by the beginning of what a person has at hand, without reading the store's whole history.
create index raw_message_control_id on raw_message (control_id text_pattern_ops);
create index raw_message_visit on raw_message (visit_number text_pattern_ops) where visit_number is not null;
create index raw_message_incident on raw_message (incident_id) where incident_id <> '';
create index raw_message_open on raw_message (received_at desc) where verdict not in ('APPLIED', 'RECEIVED');

-- append-only: who had a kept message handled again, and what came of it
create table message_replay (
    id         bigint primary key,
    message_id bigint       not null references raw_message,
    at         timestamptz  not null,
    by_user    varchar(60)  not null,
    before     varchar(16)  not null,
    after      varchar(16)  not null,
    reason     text         not null
);
create index message_replay_message on message_replay (message_id);
create trigger message_replay_append_only before update or delete on message_replay
    for each row execute function refuse_change();
