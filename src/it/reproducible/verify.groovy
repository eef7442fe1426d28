import io.lambdamaven.plugin.testing.MavenRun
import java.util.zip.ZipFile

// Two builds of one project give the same bytes; an unchanged project is not packed again.

def run = new MavenRun(basedir, localRepositoryPath)
def jar = new File(basedir, 'target/reproducible-1.0.0-lambda.jar')
def first = jar.bytes
sleep 2100
assert run.mvn('-Duser.timezone=Asia/Tokyo', 'clean', 'package', 'lambda:package').contains('Packed reproducible-1.0.0-lambda.jar')
assert Arrays.equals(first, jar.bytes)

def before = jar.lastModified()
assert run.mvn('package', 'lambda:package').contains('Unchanged: reproducible-1.0.0-lambda.jar')
assert jar.lastModified() == before

new ZipFile(jar).withCloseable { zip ->
    def names = zip.entries().collect { it.name }
    // The jar's own manifest comes first, where tools look for it; everything else is sorted.
    assert names.head() == 'META-INF/MANIFEST.MF'
    assert names.tail() == names.tail().sort(false)
    assert names.containsAll(['META-INF/lambda/manifest.json', 'META-INF/lambda/manifest.schema.json', 'com/example/LambdaHandler.class'])
    // Nothing here binds JSON, so what only binds JSON is not there.
    assert !names.any { it =~ '^com/fasterxml/|^org/jspecify/' }
    assert !names.contains('io/lambdamaven/annotation/HttpTrigger.class')
    assert !names.any { it == 'module-info.class' || it.startsWith('META-INF/versions/') || it ==~ /META-INF\/[^\/]+\.(SF|RSA|DSA)/ }
}

assert first.length <= 1_000_000 : first.length

// What the project declares itself is packed, needed or not.
def versions = new File(localRepositoryPath, 'com/fasterxml/jackson/core/jackson-databind').listFiles()
def version = versions.findAll { new File(it, "jackson-databind-${it.name}.jar").isFile() }*.name.max()
def declared = new File(basedir, 'declared.xml')
declared.text = new File(basedir, 'pom.xml').text.replace('</dependencies>', """
    <dependency>
      <groupId>com.fasterxml.jackson.core</groupId>
      <artifactId>jackson-databind</artifactId>
      <version>${version}</version>
    </dependency>
  </dependencies>""")
run.mvn('-f', declared.name, 'clean', 'package', 'lambda:package')
new ZipFile(jar).withCloseable { zip ->
    def names = zip.entries().collect { it.name }
    assert names.contains('com/fasterxml/jackson/databind/ObjectMapper.class')
    assert names.contains('com/fasterxml/jackson/annotation/JsonProperty.class')
}

def routes = run.mvn('lambda:routes')
assert routes =~ /http +GET \/hello +Hello\.hello/
assert routes =~ /invoke +any payload +Hello\.hello/
assert run.mvn('lambda:help').contains('lambda:deploy-no-fork')
return true
