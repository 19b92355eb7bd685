#!/usr/bin/env bash
# Runs the provider `openai-compatible` against a server that is not ours: aimock, of npm. Needs dotnet and node; changes nothing outside a temporary folder.
#   tests/other-server.sh            builds and runs; ends with PASS or FAIL
set -euo pipefail
cd "$(dirname "$0")/.."
key="sk-other-server-1b9e"
folder=$(mktemp -d)
server=""
finish() {
    [ -z "$server" ] || kill "$server" 2>/dev/null || true
    rm -rf "$folder"
}
trap finish EXIT
fail() {
    echo "FAIL: $1"
    exit 1
}

npm install --prefix "$folder" --silent --no-fund --no-audit @copilotkit/aimock@1.43.0 || fail "aimock cannot be installed."
cat >"$folder/greeting.json" <<'JSON'
{ "fixtures": [
  { "match": { "model": "no-such-model" }, "response": { "error": { "message": "no such model", "type": "invalid_request_error" }, "status": 404 } },
  { "match": { "model": "busy-model" }, "response": { "error": { "message": "slow down", "type": "rate_limit_error" }, "status": 429 } },
  { "match": { "userMessage": "Hello" }, "response": { "content": "Hello to you." } },
  { "match": { "userMessage": "How does SPANN search", "hasToolResult": false },
    "response": { "toolCalls": [{ "name": "search_papers", "arguments": "{\"query\":\"stock prices\"}" }] } },
  { "match": { "userMessage": "How does SPANN search", "hasToolResult": true }, "response": { "content": "SPANN searches with forty pigeons [kzzzz]. They are fast." } }
] }
JSON
port=$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')
"$folder/node_modules/.bin/llmock" --port "$port" --fixtures "$folder/greeting.json" --strict >"$folder/server.log" 2>&1 &
server=$!
for _ in $(seq 50); do
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null && break
    kill -0 "$server" 2>/dev/null || fail "aimock ended: $(cat "$folder/server.log")"
    sleep 0.2
done

dotnet build src/PaperBot -v q --nologo >"$folder/build.log" 2>&1 || fail "the build: $(tail -5 "$folder/build.log")"
export PAPERBOT_LanguageModel__Provider=openai-compatible PAPERBOT_LanguageModel__Model=any-model PAPERBOT_LanguageModel__ApiKey="$key"
export PAPERBOT_LanguageModel__Endpoint="http://127.0.0.1:$port/v1" PAPERBOT_LanguageModel__Retries=0
unset SLACK_BOT_TOKEN SLACK_APP_TOKEN SLACK_SIGNING_SECRET

# The doctor's other lines tell of this machine, so its exit code says nothing here.
verdict() { # NAME WANTED-VERDICT WANTED-WORDS
    dotnet run --project src/PaperBot --no-build -- doctor --json --data "$folder/data" >"$folder/out.json" 2>"$folder/err" || true
    ! grep -q "$key" "$folder/out.json" "$folder/err" || fail "$1: the key was shown."
    node -e '
        const writer = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8")).findings.find(finding => finding.subject === "writer");
        console.log(`${process.argv[2]}: ${writer.verdict}: ${writer.words}`);
        process.exit(writer.verdict.toLowerCase() === process.argv[3] && writer.words.includes(process.argv[4]) ? 0 : 1);
    ' "$folder/out.json" "$1" "$2" "$3" || fail "$1 is not what was expected: $(cat "$folder/err")"
}

verdict "answers" well "any-model answers"
node -e '
    fetch(process.argv[1]).then(answer => answer.text()).then(text => process.exit(text.includes("/v1/chat/completions") ? 0 : 1), () => process.exit(1));
' "http://127.0.0.1:$port/__aimock/journal" || fail "the server was not called."

# A streamed answer with a function call. The server cannot know the keys of the request, so that what it says does not stand.
dotnet run --project src/PaperBot --no-build -- ask "How does SPANN search a billion vectors?" --data "$folder/data" >"$folder/answer" 2>"$folder/err" || fail "ask: $(cat "$folder/err")"
node -e '
    fetch(process.argv[1]).then(answer => answer.json()).then(journal => {
        const found = journal.flatMap(entry => entry.body?.messages ?? []).filter(message => message.role === "tool");
        console.log(`function call: ${found.length} answered, ${found[0]?.content.split("[k").length - 1} papers found`);
        process.exit(found.length > 0 && found[0].content.includes("[k") ? 0 : 1);
    });
' "http://127.0.0.1:$port/__aimock/journal" || fail "the function was not called."
! grep -q pigeons "$folder/answer" || fail "a sentence that no paper bears was shown."
grep -q "Local answer" "$folder/answer" || fail "ask: $(cat "$folder/answer")"
echo "unsupported answer: not shown, the abstracts answer"
PAPERBOT_LanguageModel__Model=no-such-model verdict "unknown model" wrong "does not know the model"
PAPERBOT_LanguageModel__Model=busy-model verdict "too many calls" wrong "too many calls"
kill "$server"
wait "$server" 2>/dev/null || true
server=""
verdict "nobody listens" wrong "Nobody answers"
echo "PASS"
