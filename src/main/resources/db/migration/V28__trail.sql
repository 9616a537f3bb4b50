-- Who did and who read what (docs/control.md). A deed's entry is written in the deed's own transaction and waits here;
-- within about a second one instance chains what waits, so that no deed and no reader waits for the chain.
create table trail_waiting (
    id       bigint generated always as identity primary key,
    at       timestamptz  not null,
    who      varchar(60)  not null,
    address  varchar(60)  not null,
    door     varchar(400) not null,
    deed     varchar(100) not null,
    subjects text         not null,
    before   text         not null,
    after    text         not null,
    why      text         not null
);

-- append-only; hash is SHA-256 of the number, the entry and the hash before
create table trail (
    number   bigint primary key,
    at       timestamptz  not null,
    who      varchar(60)  not null,
    address  varchar(60)  not null,
    door     varchar(400) not null,
    deed     varchar(100) not null,
    subjects text         not null,
    before   text         not null,
    after    text         not null,
    why      text         not null,
    hash     char(64)     not null
);
create index trail_at on trail (at);
create index trail_who on trail (who, number);
create trigger trail_append_only before update or delete on trail for each row execute function refuse_change();
create trigger trail_not_emptied before truncate on trail execute function refuse_change();

-- how far the chain goes: without it the loss of the last entries would not be seen
create table trail_head (
    one    boolean  primary key default true check (one),
    number bigint   not null,
    hash   char(64) not null
);
insert into trail_head (number, hash) values (0, repeat('0', 64));

-- What a person's transaction changes, with what stood there before; who it is the portal says at its begin.
create function trail_change() returns trigger language plpgsql as $$
declare
    was jsonb := case when tg_op = 'INSERT' then '{}'::jsonb else to_jsonb(old) end - 'password_hash' - 'content' - 'response';
    is_now jsonb := case when tg_op = 'DELETE' then '{}'::jsonb else to_jsonb(new) end - 'password_hash' - 'content' - 'response';
    whole jsonb := was || is_now;
begin
    insert into trail_waiting (at, who, address, door, deed, subjects, before, after, why)
    select clock_timestamp(),
           current_setting('yibaoban.who'), current_setting('yibaoban.address'), current_setting('yibaoban.door'),
           tg_table_name || ' ' || lower(tg_op),
           coalesce((select v.number from visit v where v.id = (whole ->> 'visit_id')::bigint),
                    whole ->> 'username', tg_table_name || '#' || coalesce(whole ->> 'id', '')),
           coalesce((select jsonb_object_agg(k, v) from jsonb_each(was) as e(k, v) where is_now -> k is distinct from v), '{}')::text,
           coalesce((select jsonb_object_agg(k, v) from jsonb_each(is_now) as e(k, v) where was -> k is distinct from v), '{}')::text,
           coalesce(whole ->> 'reason', whole ->> 'words', whole ->> 'note', '');
    return null;
end $$;
