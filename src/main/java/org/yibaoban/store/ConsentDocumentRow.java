package org.yibaoban.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/** A document of a consent, byte for byte with its SHA-256: append-only. */
@Entity
@Table(name = "consent_document")
public class ConsentDocumentRow {

    /** What it is. */
    public enum Kind {
        FORM,
        SIGNATURE,
        SCAN
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "row_id")
    private Long id;

    @Column(name = "consent_id")
    private Long consentId;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Column(name = "media_type")
    private String mediaType;

    private byte[] content;
    private String sha256;
    private Instant at;

    @Column(name = "by_user")
    private String byUser;

    protected ConsentDocumentRow() {}

    public ConsentDocumentRow(
            ConsentRow consent, Kind kind, String mediaType, byte[] content, Instant at, String byUser) {
        this.consentId = consent.id();
        this.kind = kind;
        this.mediaType = mediaType;
        this.content = content.clone();
        this.sha256 = sha256(content);
        this.at = at;
        this.byUser = byUser;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    public Kind kind() {
        return kind;
    }

    /** Of the content, in hexadecimal digits. */
    public String sha256() {
        return sha256;
    }

    public String mediaType() {
        return mediaType;
    }

    public byte[] content() {
        return content.clone();
    }
}
