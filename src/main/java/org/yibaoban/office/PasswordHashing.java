package org.yibaoban.office;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;

/** Salted PBKDF2 hashes by Jakarta Security. */
@ApplicationScoped
public class PasswordHashing {

    /** OWASP's figure for PBKDF2 with HMAC-SHA-256. */
    private static final Map<String, String> HASHING = Map.of(
            "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA256",
            "Pbkdf2PasswordHash.Iterations", "210000",
            "Pbkdf2PasswordHash.SaltSizeBytes", "32");

    @Inject
    private Pbkdf2PasswordHash hash;

    /** Compared where the username is unknown, so that an answer takes as long as for a known one. */
    private String nobodys;

    @PostConstruct
    void prepare() {
        hash.initialize(HASHING);
        nobodys = hash.generate("nobody".toCharArray());
    }

    public String of(String password) {
        return hash.generate(password.toCharArray());
    }

    public boolean fits(String password, String kept) {
        return hash.verify(password.toCharArray(), kept);
    }

    /** Takes as long as the other, and never fits. */
    public boolean fitsNobody(String password) {
        hash.verify(password.toCharArray(), nobodys);
        return false;
    }
}
