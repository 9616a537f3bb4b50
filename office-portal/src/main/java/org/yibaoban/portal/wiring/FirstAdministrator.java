package org.yibaoban.portal.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.yibaoban.office.control.UserDesk;

/**
 * Without the demonstration there is no password that anybody knows. The first start makes an administrator and leaves
 * the password, which must be changed at the first login, in a file that only the server's owner may read.
 */
@ApplicationScoped
public class FirstAdministrator {

    private static final Logger LOG = System.getLogger(FirstAdministrator.class.getName());

    @Inject
    private UserDesk desk;

    /** The file; the launcher names one in the state folder. */
    @Inject
    @ConfigProperty(name = "yibaoban.first.password")
    private Optional<String> file;

    void make() {
        desk.first().ifPresent(password -> {
            Path place = Path.of(file.orElse("first-password"));
            try {
                Files.deleteIfExists(place);
                Files.createFile(
                        place, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(place, password + "\n");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            LOG.log(
                    Level.INFO,
                    "No administrator yet: made {0}, password in {1}",
                    UserDesk.FIRST,
                    place.toAbsolutePath());
        });
    }
}
