package org.yibaoban.fhir.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.parser.DataFormatException;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.ClaimResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.yibaoban.fhir.mapping.ClaimReading;
import org.yibaoban.fhir.mapping.MappingFault;
import org.yibaoban.fhir.mapping.Stays;
import org.yibaoban.fhir.profile.FhirJson;
import org.yibaoban.office.payer.ClaimAnswer;
import org.yibaoban.office.payer.PayerRefused;
import org.yibaoban.office.payer.PayerUnreadable;
import org.yibaoban.office.payer.PreparedClaim;

/**
 * Claims and answers of other countries and releases: each is read whole or refused with a reason, never half-read. What
 * is said of each stands in {@code foreign/verdicts.tsv}; a folder of samples that is not there skips the comparison.
 */
class ForeignResourcesTest {
    private static final Path SAMPLES = Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
            .map(folder -> folder.resolve("shared/samples/fhir"))
            .filter(Files::isDirectory)
            .findFirst()
            .orElse(Path.of("missing"));
    private static final Path GOLDEN = Path.of("src/test/resources/foreign/verdicts.tsv");
    private static final List<String> FOLDERS = List.of("hcx", "pas", "r4-spec", "stu3-negative");

    private static WireMockServer payer;
    private static FhirPayerGateway gateway;

    @BeforeAll
    static void start() {
        payer = new WireMockServer(WireMockConfiguration.options().dynamicPort());
        payer.start();
        gateway = new FhirPayerGateway(
                new PayerConnection(
                        URI.create(payer.baseUrl() + "/fhir"),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(20),
                        Stays.PARTIES),
                ReversalMethod.TASK_CANCEL,
                Clock.systemUTC());
    }

    @AfterAll
    static void stop() {
        payer.stop();
    }

    @Test
    @EnabledIf("samplesThere")
    void everySampleIsReadOrRefusedAsTheTableSays() throws IOException {
        List<String> verdicts = new ArrayList<>();
        for (Path sample : samples()) {
            verdicts.addAll(verdicts(sample));
        }
        assertThat(verdicts).containsExactlyElementsOf(Files.readAllLines(GOLDEN));
    }

    @Test
    void theTableGivesAReasonForEveryRefusal() throws IOException {
        assertThat(Files.readAllLines(GOLDEN)).isNotEmpty().allSatisfy(line -> {
            String[] columns = line.split("\t");
            assertThat(columns).hasSize(4);
            assertThat(columns[2]).isIn("read", "refused");
            assertThat(columns[3]).isNotBlank();
        });
    }

    static boolean samplesThere() {
        return Files.isDirectory(SAMPLES);
    }

    private static List<Path> samples() throws IOException {
        List<Path> samples = new ArrayList<>();
        for (String folder : FOLDERS) {
            try (Stream<Path> files = Files.list(SAMPLES.resolve(folder))) {
                files.filter(ForeignResourcesTest::isOfAClaim).sorted().forEach(samples::add);
            }
        }
        return samples;
    }

    private static boolean isOfAClaim(Path file) {
        try {
            return Files.readString(file).matches("(?s).*\"resourceType\"\\s*:\\s*\"Claim(Response)?\".*");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file as it is, through the door where such a thing arrives, and each claim and answer that it holds. */
    private static List<String> verdicts(Path sample) throws IOException {
        byte[] content = Files.readAllBytes(sample);
        List<String> lines = new ArrayList<>();
        String name = SAMPLES.relativize(sample).toString();
        IBaseResource resource;
        try {
            resource = FhirJson.parse(content);
        } catch (DataFormatException e) {
            lines.add(line(name, "file", "refused", asAnswer(content)));
            return lines;
        }
        lines.add(name + "\t" + resource.fhirType() + "\t" + verdict(resource, content));
        if (resource instanceof Bundle bundle) {
            bundle.getEntry().stream()
                    .map(Bundle.BundleEntryComponent::getResource)
                    .filter(entry -> entry instanceof Claim || entry instanceof ClaimResponse)
                    .forEach(entry ->
                            lines.add(name + "\t" + entry.fhirType() + "\t" + verdict(entry, FhirJson.encode(entry))));
        }
        return lines;
    }

    private static String line(String... columns) {
        return String.join("\t", columns);
    }

    /** A claim comes to a payer, everything else to us. */
    private static String verdict(IBaseResource resource, byte[] content) {
        if (resource instanceof Claim claim) {
            try {
                return line("read", new ClaimReading(Stays.PARTIES).read(claim).identifier());
            } catch (MappingFault e) {
                return line("refused", e.getMessage());
            }
        }
        String reason = asAnswer(content);
        return line(reason.startsWith("read ") ? "read" : "refused", reason);
    }

    /** As the payer's answer to a claim: nothing of it may get through but a whole answer. */
    private static String asAnswer(byte[] content) {
        payer.resetMappings();
        payer.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(200).withBody(content)));
        try {
            ClaimAnswer answer = gateway.submit(new PreparedClaim("C-1", new byte[] {'{', '}'}));
            return "read " + answer.outcome() + " " + answer.amounts();
        } catch (PayerUnreadable e) {
            assertThat(e.answer()).isEqualTo(content);
            return e.getMessage().replaceAll("\\s+", " ");
        } catch (PayerRefused e) {
            assertThat(e.answer()).isEqualTo(content);
            return e.getMessage().replaceAll("\\s+", " ");
        }
    }
}
