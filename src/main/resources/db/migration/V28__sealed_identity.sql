-- a sealed identity number is longer: key id, nonce, tag, base64
alter table patient alter column identity_number type varchar(200);
