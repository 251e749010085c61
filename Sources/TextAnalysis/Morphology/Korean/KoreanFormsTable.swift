/// Made by Tests/Benchmarks/morphology-accuracy/make_rows.py: the frequent contractions and compounds of Korean
/// reviews (Naver sentiment movie corpus, CC0), and what mecab-ko-dic (Apache-2.0) says they are made of. A line is a
/// surface, its tag and the forms of its parts, which have a tag of their own after a slash where it is not the next
/// of the tag's. Lines are in the order of their bytes.
extension KoreanForms {
    // swift-format-ignore
    static let table: StaticString = """
가 JKS+NP 가 누구
가 VV+EC 가 아
가 VV+EF 가 ㅏ
가 VX+EF 가 아
가까운 VA+ETM 가깝 ㄴ
가까울 VA+ETM 가깝 ㄹ
가까움 VA+ETN 가깝 ㅁ
가까워 VA+EC 가깝 어
가까워질 VA+EC+VX+ETM 가깝 어 지 ㄹ
가까웠 VV+EP 가깝 었
가둬 VV+EC 가두 어
가득찬 VV+ETM 가득차 ㄴ
가려 VV+EC 가리 어
가려서 VV+EC 가리 어서
가려운 VA+ETM 가렵 ㄴ
가려져 VV+EC+VX+EC 가리 어 지 어
가려진 VV+EC+VX+ETM 가리 어 지 ㄴ
가렸 VV+EP 가리 었
가루지기 NNP 가루/NNG 지기/NNG
가르쳐 VV+EC 가르치 어
가르켜 VV+EC 가르키 ㅓ
가린 VV+ETM 가리 ㄴ
가린다 VV+EF 가리 ㄴ다
가릴 VV+ETM 가리 ㄹ
가문 VA+ETM 가물 ㄴ
가벼우 VA 가볍
가벼운 VA+ETM 가볍 ㄴ
가벼울 VA+ETM 가볍 ㄹ
가벼움 VA+ETN 가볍 ㅁ
가벼워 VA+EC 가볍 어
가벼워서 VA+EC 가볍 어서
가벼워졌 VA+EC+VX+EP 가볍 어 지 었
가벼워진 VA+EC+VX+ETM 가볍 어 지 ㄴ
가벼웠 VA+EP 가볍 었
가부장 NNG 가부/NNG 장/NNG
가상현실 NNP 가상/NNG 현실/NNG
가슴속 NNG 가슴/NNG 속/NNG
가신 VV+ETM 가시 ㄴ
가실 VV+ETM 가시 ㄹ
가여운 VA+ETM 가엽 ㄴ
가여워서 VA+EC 가엽 어서
가요 VCP+EF 이 가요
가위손 NNG 가위/NNG 손/NNG
가위질 NNG 가위/NNG 질/NNG
가을동화 NNP 가을/NNG 동화/NNG
가정부 NNG 가정/NNG 부/NNG
가정사 NNG 가정/NNG 사/NNG
가정폭력 NNP 가정/NNG 폭력/NNG
가져 VV+EC 가지 어
가져간 VV+ETM 가져가 ㄴ
가져갔 VV+EP 가져가 았
가져다 VV+EC 가지 어다
가져다가 VV+EC 가지 어다가
가져다준 VV+ETM 가져다주 ㄴ
가져라 VV+EC 가지 어라
가져라 VV+EF 가지 ㅓ라
가져서 VV+EC 가지 어서
가져야 VV+EC 가지 어야
가져야 VV+EC+VX 가지 어야 하
가져온 VV+ETM 가져오 ㄴ
가져올 VV+ETM 가져오 ㄹ
가져와서 VV+EC 가져오 아서
가져왔 VV+EP 가져오 았
가져요 VV+EC 가지 어요
가져요 VV+EF 가지 ㅓ요
가졌 VV+EP 가지 었
가졌었 VV+EP 가지 었었
가족사 NNG 가족/NNG 사/NNG
가진 VV+ETM 가지 ㄴ
가진다 VV+EF 가지 ㄴ다
가질 VV+ETM 가지 ㄹ
가짐 VV+ETN 가지 ㅁ
가치관 NNG 가치/NNG 관/NNG
가해 VV+EC 가하 아
가해자 NNG 가해/NNG 자/NNG
각본가 NNG 각본/NNG 가/NNG
각선미 NNG 각선/NNG 미/NNG
각설탕 NNG 각/NNG 설탕/NNG
간 VV+ETM 가 ㄴ
간다 EC+VV+EF 어 가 ㄴ다
간다 VV+EC 가 ㄴ다
간다 VV+EF 가 ㄴ다
간다 VX+EC 가 ㄴ다
간다 VX+EF 가 ㄴ다
간다고 VV+EC 가 ㄴ다고
간다고 VX+EC 가 ㄴ다고
간다는 VV+ETM 가 ㄴ다는
간다는 VX+ETM 가 ㄴ다는
간다면 VV+EC 가 ㄴ다면
간다면 VV+EF 가 ㄴ다면
간다면 VX+EC 가 ㄴ다면
간데 VV+EC 가 ㄴ데
간지 VV+EC 가 ㄴ지
간지 VX+EC 가 ㄴ지
간지러운 VA+ETM 간지럽 ㄴ
간호사 NNG 간호/NNG 사/NNG
갇혀 VV+EC 갇히 어
갇혀서 VV+EC 갇히 어서
갇힌 VV+ETM 갇히 ㄴ
갈 VV+ETM 가 ㄹ
갈 VX+ETM 가 ㄹ
갈갈이 NNG 갈/NNG 갈이/NNG
갈게요 VV+EC 가 ㄹ게요
갈겨 VV+EC 갈기 어
갈까 VV+EC 가 ㄹ까
갈까 VV+EF 가 ㄹ까
갈까 VX+EF 가 ㄹ까
갈께요 VV+EF 가 ㄹ께요
갈대 NNG 갈/NNG 대/NNG
갈라진 VV+ETM 갈라지 ㄴ
갈려 VV+EC 갈리 어
갈려고 VV+EC 가 ㄹ려고
갈려고 VX+EC 가 ㄹ려고
갈렸 VV+EP 갈리 었
갈릴 VV+ETM 갈리 ㄹ
갈림 VV+ETN 갈리 ㅁ
갈림길 NNG 갈림/NNG 길/NNG
갈수록 VV+EC 가 ㄹ수록
갈수록 VX+EC 가 ㄹ수록
갈순 VX+ETM+NNB+JX 가 ㄹ 수 ㄴ
갈지 VV+EC 가 ㄹ지
갈테 VV+ETM+NNB+VCP 가 ㄹ 터 이
감 EC+VV+ETN 어 가 ㅁ
감 VV+EC 가 ㅁ
감 VV+ETN 가 ㅁ
감 VX+ETN 가 ㅁ
감도 VV 감돌
감미로운 VA+ETM 감미롭 ㄴ
감상문 NNG 감상/NNG 문/NNG
감상주의 NNG 감상/NNG 주의/NNG
감수성 NNG 감수/NNG 성/NNG
감싸 VV+EC 감싸 아
감정선 NNG 감정/NNG 선/NNG
감정이입 NNP 감정/NNG 이입/NNG
감출 VV+ETM 감추 ㄹ
감춰 VV+EC 감추 어
감춰진 VV+EC+VX+ETM 감추 어 지 ㄴ
감칠 VV+ETM 감치 ㄹ
감칠맛 NNG 감칠/NNG 맛/NNG
감탄사 NNG 감탄/NNG 사/NNG
갑니다 VV+EC 가 ㅂ니다
갑니다 VV+EF 가 ㅂ니다
갑니다 VX+EC 가 ㅂ니다
갑니다 VX+EF 가 ㅂ니다
갑니다 XSN+VCP+EF 가 이 ㅂ니다
갑시다 VV+EC 가 ㅂ시다
갑시다 VV+EF 가 ㅂ시다
갑옷 NNG 갑/NNG 옷/NNG
갑작스러운 VA+ETM 갑작스럽 ㄴ
갑작스런 VA+ETM 갑작스럽 ㄴ
값비싼 VA+ETM 값비싸 ㄴ
값싼 VA+ETM 값싸 ㄴ
값어치 NNG 값/NNG 어치/NNG
값진 VA+ETM 값지 ㄴ
갓 VV+EF 가 ㅅ
갓난 VV+ETM 갓나 ㄴ
갔 VV+EP 가 았
갔다온 VV+ETM 갔다오 ㄴ
갔다왔 VV+EP 갔다오 ㅏㅆ
갔었 VV+EP 가 았었
갔으면 VX+EP+EC 가 았 으면
갔을까 VV+EP+EC 가 았 을까
강간범 NNG 강간/NNG 범/NNG
강대국 NNG 강대/NNG 국/NNG
강물 NNG 강/NNG 물/NNG
강심장 NNG 강/NNG 심장/NNG
강원도 NNP 강원/NNG 도/NNG
강점기 NNG 강점/NNG 기/NNG
강풀 NNG 강/NNG 풀/NNG
강한 VA+ETM 강하 ㄴ
강할 VA+ETM 강하 ㄹ
강함 VA+ETN 강하 ㅁ
강해 VV+EC 강하 아
강해서 VA+EC 강하 아서
강해졌 VA+EC+VX+EP 강하 아 지 었
강했 VV+EP 강하 았
갖춘 VV+ETM 갖추 ㄴ
갖출 VV+ETM 갖추 ㄹ
갖춰 VV+EC 갖추 어
갖춰야 VV+EC 갖추 어야
갖춰져 VV+EC+VX+EC 갖추 어 지 어
갖춰진 VV+EC+VX+ETM 갖추 어 지 ㄴ
갖췄 VV+EP 갖추 었
갖힌 VV+ETM 갖히 ㄴ
개 VV+EC 개 어
개간지 NNG 개간/NNG 지/NNG
개개인 NNG 개개/NNG 인/NNG
개고생 NNG 개/NNG 고생/NNG
개과천선 NNG 개과/NNG 천선/NNG
개구진 VA+ETM 개구지 ㄴ
개그맨 NNG 개그/NNG 맨/NNG
개그콘서트 NNP 개그/NNG 콘서트/NNG
개꿀 NNG 개/NNG 꿀/NNG
개독 NNG 개/NNG 독/NNG
개떡 NNG 개/NNG 떡/NNG
개똥 NNG 개/NNG 똥/NNG
개똥철학 NNG 개똥/NNG 철학/NNG
개밥 NNG 개/NNG 밥/NNG
개방식 NNG 개방/NNG 식/NNG
개봉관 NNG 개봉/NNG 관/NNG
개불 NNG 개/NNG 불/NNG
개뿔 NNG 개/NNG 뿔/NNG
개소리 NNG 개/NNG 소리/NNG
개수작 NNG 개/NNG 수작/NNG
개신교 NNG 개신/NNG 교/NNG
개였 VV+EP 개이 었
개인기 NNG 개인/NNG 기/NNG
개인사 NNG 개인/NNG 사/NNG
개인주의 NNG 개인/NNG 주의/NNG
개인차 NNG 개인/NNG 차/NNG
개죽음 NNG 개/NNG 죽음/NNG
개판 NNG 개/NNG 판/NNG
개폼 NNG 개/NNG 폼/NNG
갠 NNBC+JX 개 ㄴ
갠 NNBC+VCP+ETM 개 이 ㄴ
갠 VV+ETM 개 ㄴ
갤 NNBC+JKO 개 ㄹ
갤 VV+ETM 개 ㄹ
갰 VV+EP 개 었
갱단 NNG 갱/NNG 단/NNG
거 NNB+VCP 것 이
거긴 NP+JX 거기 ㄴ
거나 VCP+EC 이 거나
거둔 VV+ETM 거두 ㄴ
거든 VCP+EF 이 거든
거든요 VCP+EF 이 거든요
거들 VV+ETM 거들 ㄹ
거들떠 VV+EC 거들뜨 어
거려 XSV+EC 거리 ㅓ
거려 XSV+EF 거리 ㅓ
거려도 XSV+EC 거리 ㅓ도
거려서 XSV+EC 거리 ㅓ서
거려요 XSV+EF 거리 ㅓ요
거렸 VV+EP 거리 었
거렸 XSV+EP 거리 ㅓㅆ
거린 XSV+ETM 거리 ㄴ
거린다 VV+EF 거리 ㄴ다
거린다 XSV+EC 거리 ㄴ다
거린다 XSV+EF 거리 ㄴ다
거릴 NNG+JKO 거리 ㄹ
거릴 XSV+ETM 거리 ㄹ
거림 XSV+ETN 거리 ㅁ
거립니다 NNG+VCP+EF 거리 이 ㅂ니다
거미줄 NNG 거미/NNG 줄/NNG
거세 VA+EC 거세 어
거스른 VV+ETM 거스르 ㄴ
거스를 VV+ETM 거스르 ㄹ
거슬러 VV+EC 거스르 어
거슬려 VV+EC 거슬리 어
거슬려서 VV+EC 거슬리 ㅓ서
거슬렸 VV+EP 거슬리 었
거슬린다 VV+EC 거슬리 ㄴ다
거슬린다 VV+EF 거슬리 ㄴ다
거슬린다는 VV+ETM 거슬리 ㄴ다는
거슬릴 VV+ETM 거슬리 ㄹ
거슬림 VV+ETN 거슬리 ㅁ
거야 ETM+NNB+VCP+EC ㄹ 거 이 야
거져 VV+EC+VX+EC 긋 어 지 어
거짓말 NNG 거짓/NNG 말/NNG
거쳐 VV+EC 거치 어
거쳐야 VV+EC 거치 어야
거친 VA+ETM 거칠 ㄴ
거친 VV+ETM 거치 ㄴ
건 NNB+JX 것 ㄴ
건 NNB+VCP+ETM 것 이 ㄴ
건 NP+JX 거 ㄴ
건 VA+ETM 걸 ㄴ
건 VCP+EC 이 건
건 VV+EC 하 건
건 VV+ETM 걸 ㄴ
건가 NNB+VCP+EC 것 이 ㄴ가
건가 NNB+VCP+EC+VCP 것 이 ㄴ가 이
건가 NNB+VCP+EF 것 이 ㄴ가
건가요 NNB+VCP+EC 것 이 ㄴ가요
건가요 NNB+VCP+EF 것 이 ㄴ가요
건너 VV+EC 건너 어
건네 VV+EC 건네 어
건데 NNB+VCP+EC 것 이 ㄴ데
건데 NNB+VCP+EF 것 이 ㄴ데
건드려 VV+EC 건드리 ㅓ
건드려서 VV+EC 건드리 어서
건드렸 VV+EP 건드리 었
건드린 VV+ETM 건드리 ㄴ
건방진 VA+ETM 건방지 ㄴ
건져 VV+EC 건지 어
건졌 VV+EP 건지 었
건지 NNB+VCP+EC 것 이 ㄴ지
건지 NNB+VCP+EF 것 이 ㄴ지
건지요 NNB+VCP+EF 것 이 ㄴ지요
건진 NNB+VCP+ETM+NNB+JX 것 이 ㄴ 지 ㄴ
건진 VV+ETM 건지 ㄴ
건질 VV+ETM 건지 ㄹ
건축가 NNG 건축/NNG 가/NNG
건축학개론 NNP 건축학/NNG 개론/NNG
걸 NNB+JKO 것 ㄹ
걸 NP+JKO 거 ㄹ
걸 VCP+EF 이 ㄹ걸
걸 VV+ETM 걸 ㄹ
걸까 NNB+VCP+EC 것 이 ㄹ까
걸까 NNB+VCP+EC+VCP 것 이 ㄹ까 이
걸까 NNB+VCP+EF 것 이 ㄹ까
걸까요 NNB+VCP+EC 것 이 ㄹ까요
걸까요 NNB+VCP+EF 것 이 ㄹ까요
걸러 VV+EC 거르 어
걸려 VV+EC 걸리 어
걸려서 VV+EC 걸리 어서
걸렸 VV+EP 걸리 었
걸로 NNB+JKB 거 ㄹ로
걸루 NNB+JKB 거 ㄹ루
걸린 VV+ETM 걸리 ㄴ
걸린다 VV+EC 걸리 ㄴ다
걸린다 VV+EF 걸리 ㄴ다
걸릴 VV+ETM 걸리 ㄹ
걸림 VV+ETN 걸리 ㅁ
걸립니다 VV+EF 걸리 ㅂ니다
걸어도 VV+EC 걷 어도
걸어서 VV+EC 걷 어서
걸어야 VV+EC 걷 어야
걸어온 VV+ETM 걸어오 ㄴ
걸요 NNB+EF 거 ㄹ요
걸요 NNB+JKO+JX 것 ㄹ 요
걸음걸이 NNG 걸음/NNG 걸이/NNG
걸이형 NNG 걸이/NNG 형/NNG
걸쳐 VV+EC 걸치 어
걸쳐서 VV+EC 걸치 어서
걸친 VV+ETM 걸치 ㄴ
검색어 NNG 검색/NNG 어/NNG
겁나 VV+EC 겁나 아
겁나 VV+EF 겁나 아
겁난다 VV+EC 겁나 ㄴ다
겁난다 VV+EF 겁나 ㄴ다
겁내 VV+EC 겁내 어
겁니까 NNB+VCP+EC 것 이 ㅂ니까
겁니까 NNB+VCP+EF 것 이 ㅂ니까
겁니다 NNB+VCP+EC 것 이 ㅂ니다
겁니다 NNB+VCP+EF 것 이 ㅂ니다
겁쟁이 NNG 겁/NNG 쟁이/NNG
겄 VV+EP 긋 었
겉도 VV 겉돌
겉돈다 VV+EC 겉돌 ㄴ다
겉멋 NNG 겉/NNG 멋/NNG
겉모습 NNG 겉/NNG 모습/NNG
겉보기 NNG 겉/NNG 보기/NNG
게 NNB+JKC 것 이
게 NNB+JKS 것 이
게 NNB+VCP 것 이
게 NP+JKS 거 ㅣ
게 XSV+EC 하 게
게시판 NNG 게시/NNG 판/NNG
게요 NNB+VCP+EC 것 이 오
게으른 VA+ETM 게으르 ㄴ
겐 ETN+JKB+JX 기 에 ㄴ
겐 JKB+JX 게 ㄴ
겠 VCP+EP 이 겠
겠다 VX+EP+EC 하 겠 다
겠다 VX+EP+EF 하 겠 다
겠다고 VX+EP+EC 하 겠 다고
겠다는 VX+EP+ETM 하 겠 다는
겠어요 VX+EP+EF 하 겠 어요
겠죠 VX+EP+EC 하 겠 죠
겠지 VX+EP+EC 하 겠 지
겠지 VX+EP+EF 하 겠 지
겨 NNB+VCP+EF 것 이 여
겨 VV+EF 기 어
겨워 VA+EC 겹 어
격투기 NNG 격투/NNG 기/NNG
격한 VA+ETM 격하 ㄴ
격한 VV+ETM 격하 ㄴ
견뎌 VV+EC 견디 어
견뎌낼 VV+EC+VX+ETM 견디 어 내 ㄹ
견딜 VV+ETM 견디 ㄹ
견줄 VV+ETM 견주 ㄹ
결과물 NNG 결과/NNG 물/NNG
결단력 NNG 결단/NNG 력/NNG
결말지 VV 결말짓
결승전 NNG 결승/NNG 전/NNG
결정체 NNG 결정/NNG 체/NNG
결정판 NNG 결정/NNG 판/NNG
결혼식 NNG 결혼/NNG 식/NNG
겹쳐 VV+EC 겹치 어
겹쳐서 VV+EC 겹치 어서
경각심 NNG 경각/NNG 심/NNG
경계선 NNG 경계/NNG 선/NNG
경기장 NNG 경기/NNG 장/NNG
경상도 NNP 경상/NNG 도/NNG
경외심 NNG 경외/NNG 심/NNG
경찰관 NNG 경찰/NNG 관/NNG
경찰서 NNG 경찰/NNG 서/NNG
곁들여 VV+EC 곁들이 어
곁들여진 VV+EC+VX+ETM 곁들이 어 지 ㄴ
곁들인 VV+ETM 곁들이 ㄴ
계셔서 VV+EC 계시 어서
계셨 VV+EP 계시 었
계셨 VX+EP 계시 었
계신 VV+ETM 계시 ㄴ
계신 VX+ETM 계시 ㄴ
계실 VV+ETM 계시 ㄹ
계실 VX+ETM 계시 ㄹ
고 VCP+EC 이 고
고게 NP+JKS 고거 ㅣ
고군분투 NNG 고군/NNG 분투/NNG
고난 NNG+ETM 고난 ㄴ
고달픈 VA+ETM 고달프 ㄴ
고된 VA+ETM 고되 ㄴ
고등학교 NNG 고등/NNG 학교/NNG
고등학생 NNG 고등/NNG 학생/NNG
고른 VA+ETM 고르 ㄴ
고른 VV+ETM 고르 ㄴ
고를 VV+ETM 고르 ㄹ
고마운 VA+ETM 고맙 ㄴ
고마울 VA+ETM 고맙 ㄹ
고마움 VA+ETN 고맙 ㅁ
고마워 VA+EC 고맙 어
고마워 VA+EF 고맙 어
고마워요 VA+EC 고맙 어요
고마웠 VA+EP 고맙 었
고문관 NNG 고문/NNG 관/NNG
고선 EC+JX 고서 ㄴ
고스톱 NNG 고/NNG 스톱/NNG
고아원 NNG 고아/NNG 원/NNG
고여 VV+EC 고이 어
고였 VV+EP 고이 었
고요 VCP+EF 이 고요
고운 VA+ETM 곱 ㄴ
고은 VA+ETM 곱 ㄴ
고인 VV+ETM 고이 ㄴ
고인다 VV+EF 고이 ㄴ다
고장난 VV+ETM 고장나 ㄴ
고쳐 VV+EC 고치 어
고쳐야 VV+EC 고치 어야
고친 VV+ETM 고치 ㄴ
고칠 VV+ETM 고치 ㄹ
고품격 NNG 고/NNG 품격/NNG
고픔 VA+ETN 고프 ㅁ
고학년 NNG 고/NNG 학년/NNG
고화질 NNG 고/NNG 화질/NNG
곤 VCP+EC 이 곤
곤 VV+ETM 고 ㄴ
골라 VV+EC 고르 아
골라서 VV+EC 고르 ㅏ서
골랐 VV+EP 고르 았
골목길 NNG 골목/NNG 길/NNG
골수팬 NNG 골수/NNG 팬/NNG
곳곳 NNG 곳/NNG 곳/NNG
공감대 NNG 공감/NNG 대/NNG
공권력 NNG 공권/NNG 력/NNG
공동체 NNG 공동/NNG 체/NNG
공들여 VV+EC 공들이 어
공들였 VV+EP 공들이 었
공들인 VV+ETM 공들이 ㄴ
공무원 NNG 공무/NNG 원/NNG
공산당 NNG 공산/NNG 당/NNG
공산주의 NNG 공산/NNG 주의/NNG
공소시효 NNP 공소/NNG 시효/NNG
공연장 NNG 공연/NNG 장/NNG
공중전 NNG 공중/NNG 전/NNG
공통점 NNG 공통/NNG 점/NNG
공포감 NNG 공포/NNG 감/NNG
공포심 NNG 공포/NNG 심/NNG
공포증 NNG 공포/NNG 증/NNG
공허감 NNG 공허/NNG 감/NNG
공화국 NNG 공화/NNG 국/NNG
과 ETN+JKB ㅁ 과
과대평가 NNG 과대/NNG 평가/NNG
과도기 NNG 과도/NNG 기/NNG
과소평가 NNG 과소/NNG 평가/NNG
과학자 NNG 과학/NNG 자/NNG
과한 VA+ETM 과하 ㄴ
과했 VA+EP 과하 았
관 JKB+JX 과 ㄴ
관계자 NNG 관계/NNG 자/NNG
관능미 NNG 관능/NNG 미/NNG
관뒀 VV+EP 관두 ㅓㅆ
관람객 NNG 관람/NNG 객/NNG
관람자 NNG 관람/NNG 자/NNG
관심사 NNG 관심/NNG 사/NNG
관음증 NNG 관음/NNG 증/NNG
관찰자 NNG 관찰/NNG 자/NNG
관한 VV+ETM 관하 ㄴ
관해 VV+EC 관하 아
관해서 VV+EC 관하 아서
관해선 VV+EC+JX 관하 아서 ㄴ
광복절 NNG 광복/NNG 절/NNG
광신도 NNG 광신/NNG 도/NNG
광화문 NNG 광화/NNG 문/NNG
괜한 VA+ETM 괜하 ㄴ
괴 VV+EC 괴 어
괴로운 VA+ETM 괴롭 ㄴ
괴로울 VA+ETM 괴롭 ㄹ
괴로움 VA+ETN 괴롭 음
괴로워 VA+EC 괴롭 어
괴로웠 VA+EP 괴롭 었
괴롭혔 VV+EP 괴롭히 었
괴롭힌 VV+ETM 괴롭히 ㄴ
괴롭힘 VV+ETN 괴롭히 ㅁ
괸 VV+ETM 괴 ㄴ
교과서 NNG 교과/NNG 서/NNG
교도관 NNG 교도/NNG 관/NNG
교도소 NNG 교도/NNG 소/NNG
교통사고 NNG 교통/NNG 사고/NNG
교향곡 NNG 교향/NNG 곡/NNG
구 VA 굽
구 VCP+EC 이 구
구 VCP+EF 이 구
구 VV 굽
구 VX 굴
구겨 VV+EC 구기 어
구글 NNG 구/NNG 글/NNG
구급차 NNG 구급/NNG 차/NNG
구나 VCP+EC 이 구나
구나 VCP+EF 이 구나
구나라고 VCP+EF+JKQ 이 로구나 라고
구닥다리 NNG 구닥/NNG 다리/NNG
구려 VA+EC 구리 어
구려 VA+EF 구리 ㅓ
구린 VA+ETM 구리 ㄴ
구만 VCP+EF 이 구만
구먼 VCP+EF 이 구먼
구미호 NNG 구미/NNG 호/NNG
구석구석 NNG 구석/NNP 구석/NNP
구성원 NNG 구성/NNG 원/NNG
구슬픈 VA+ETM 구슬프 ㄴ
구시대 NNG 구/NNG 시대/NNG
구요 VCP+EF 이 구요
구운 VV+ETM 굽 ㄴ
구워 VV+EC 굽 어
구조대 NNG 구조/NNG 대/NNG
구한 VV+ETM 구하 ㄴ
구할 VV+ETM 구하 ㄹ
구해 VV+EC 구하 아
구해서 VV+EC 구하 아서
구해야 VV+EC 구하 아야
구해요 VV+EF 구하 아요
구했 VV+EP 구하 ㅕㅆ
국물 NNG 국/NNG 물/NNG
국민학교 NNG 국민/NNG 학교/NNG
국방부 NNG 국방/NNG 부/NNG
국정원 NNG 국정/NNG 원/NNG
국화꽃 NNG 국화/NNG 꽃/NNG
국회의원 NNG 국회/NNG 의원/NNG
군 VCP+EC 이 군
군 VCP+EF 이 군
군 VX+ETM 굴 ㄴ
군국주의 NNG 군국/NNG 주의/NNG
군더더기 NNG 군/NNG 더더기/NNG
군데 NNG+VCP+EC 구 이 ㄴ데
군데군데 NNG 군데/NNG 군데/NNG
군바리 NNG 군/NNG 바리/NNG
군요 VCP+EF 이 군요
군침 NNG 군/NNG 침/NNG
굳어진 VV+ETM 굳어지 ㄴ
굴 VV+ETM 굴 ㄹ
굴곡진 VA+ETM 굴곡지 ㄴ
굴러 VV+EC 구르 어
굴러온 VV+ETM 굴러오 ㄴ
굴렀 VV+EP 구르 었
굶주린 VV+ETM 굶주리 ㄴ
궁금증 NNG 궁금/NNG 증/NNG
궈 VV+EC 굽 어
권력자 NNG 권력/NNG 자/NNG
권선징악 NNG 권선/NNG 징악/NNG
권태기 NNG 권태/NNG 기/NNG
권한다 VV+EF 권하 ㄴ다
권합니다 VV+EF 권하 ㅂ니다
권해 VV+EC 권하 아
귀기울여 VV+EC 귀기울이 어
귀여우 VA 귀엽
귀여운 VA+ETM 귀엽 ㄴ
귀여운데 VA+EC 귀엽 ㄴ데
귀여운지 VA+EC 귀엽 ㄴ지
귀여울 VA+ETM 귀엽 ㄹ
귀여움 VA+ETN 귀엽 ㅁ
귀여워 VA+EC 귀엽 어
귀여워 VA+EF 귀엽 어
귀여워서 VA+EC 귀엽 어서
귀여웠 VA+EP 귀엽 었
귀한 VA+ETM 귀하 ㄴ
귓가 NNG 귓/NNG 가/NNG
그간 NNG 그/NNG 간/NNG
그거 NP+VCP 그것 이
그건 NP+JX 그거 ㄴ
그걸 NP+JKO 그거 ㄹ
그걸로 NP+JKB 그거 ㄹ로
그게 NP+JKC 그것 이
그게 NP+JKS 그것 이
그날 NNG 그/NNG 날/NNG
그늘진 VV+ETM 그늘지 ㄴ
그동안 NNG 그/NNG 동안/NNG
그때 NNG 그/NNG 때/NNG
그땐 NNG+JX 그때 ㄴ
그래 VA+EC 그렇 어
그래 VA+EF 그렇 ㅕ
그래 VA+EP 그렇 ㅕ
그래 VV 그러
그래 VV+EC 그러 ㅕ
그래 VV+EF 그러 ㅕ
그래도 MAG+XSV+EF 그리 하 아도
그래도 VV+EC 그러 어도
그래서 VV+EC 그러 ㅕ서
그래서인지 VA+EC+VCP+EC 그렇 어서 이 ㄴ지
그래야 VV+EC 그러 어야
그래왔 VV+EC+VX+EP 그러 어 오 았
그래요 VA+EC 그렇 어요
그래요 VV+EC 그러 어요
그래요 VV+EF 그러 어요
그랬 VV+EP 그러 었
그랬었 VV+EP 그러 었었
그랬음 VA+EP+EC 그렇 ㅕㅆ 음
그런 VA+ETM 그렇 ㄴ
그런가 VA+EC 그렇 ㄴ가
그런가 VA+EF 그렇 ㄴ가
그런가보다 VA+EC+VX+EC 그렇 ㄴ가 보 다
그런가요 VA+EC+VCP+EF 그렇 ㄴ가 이 오
그런대 VV+EC 그러 ㄴ대
그런데 VA+EC 그렇 ㄴ데
그런지 VA+EC 그렇 ㄴ지
그런지는 VA+EC+JX 그렇 ㄴ지 는
그런지도 VA+EC+JX 그렇 ㄴ지 도
그런진 VA+EC+JX 그렇 ㄴ지 는
그럴 VA+ETM 그렇 ㄹ
그럴 VV+ETM 그러 ㄹ
그럴까 VV+EF 그러 ㄹ까
그럴듯 VA+ETM+NNB 그렇 ㄹ 듯
그럴듯하게 VA+ETM+NNB+XSA+EC 그렇 ㄹ 듯 하 게
그럴듯하고 VA+ETM+NNB+XSA+EC 그렇 ㄹ 듯 하 고
그럴듯한 VA+ETM+NNB+XSA+ETM 그렇 ㄹ 듯 하 ㄴ
그럴듯한데 VA+ETM+NNB+XSA+EC 그렇 ㄹ 듯 하 ㄴ데
그럴듯해 VA+ETM+NNB+XSA+EC 그렇 ㄹ 듯 하 아
그럴만한 VA+ETM+NNB+XSA+ETM 그렇 ㄹ 만 하 ㄴ
그럴수록 VA+EC 그렇 ㄹ수록
그럴싸한 VA+ETM 그럴싸하 ㄴ
그럴지도 VA+EC+JX 그렇 ㄹ지 도
그럼 VV+EC 그러 면
그럼에도 VA+ETN+JKB+JX 그렇 ㅁ 에 도
그려 VV+EC 그리 어
그려낸다 VV+EC+VX+EF 그리 어 내 ㄴ다
그려낼 VV+EC+VX+ETM 그리 어 내 ㄹ
그려냄 VV+EC+VX+ETN 그리 어 내 ㅁ
그려냈 VV+EC+VX+EP 그리 어 내 었
그려서 VV+EC 그리 어서
그려져 VV+EC+VX+EC 그리 어 지 어
그려졌 VV+EC+VX+EP 그리 어 지 었
그려진 VV+EC+VX+ETM 그리 어 지 ㄴ
그려진다 VV+EC+VX+EF 그리 어 지 ㄴ다
그렸 VV+EP 그리 었
그른 VA+ETM 그르 ㄴ
그른가 VA+EF 그르 ㄴ가
그른지 VA+EC 그르 ㄴ지
그름 VA+ETN 그르 ㅁ
그리곤 MAJ+JX 그리고 ㄴ
그리스도인 NNG 그리스도/NNG 인/NNG
그리우 VA 그립
그리운 VA+ETM 그립 ㄴ
그리울 VA+ETM 그립 ㄹ
그리워 VA+EC 그립 어
그리워서 VA+EC 그립 어서
그리워진다 VA+EC+VX+EF 그립 어 지 ㄴ다
그리워질 VA+EC+VX+ETM 그립 어 지 ㄹ
그리웠 VA+EP 그립 었
그린 VV+ETM 그리 ㄴ
그린다 VV+EF 그리 ㄴ다
그릴 VV+ETM 그리 ㄹ
그만둔 VV+ETM 그만두 ㄴ
그만큼 NNG 그/NNG 만큼/NNG
그만한 VA+ETM 그만하 ㄴ
그은 VV+ETM+ETM 긋 을 ㄴ
그을 VV+ETM 그을 ㄹ
그을린 VV+ETM 그을리 ㄴ
그중 NNG 그/NNG 중/NNG
그쳤 VV+EP 그치 었
그친 VV+ETM 그치 ㄴ
그해 NNG 그/NNG 해/NNG
극소수 NNG 극/NNG 소수/NNG
극영화 NNG 극/NNG 영화/NNG
극한 VV+ETM 극하 ㄴ
근 NP+JX 그 ㄴ
근대사 NNG 근대/NNG 사/NNG
근로자 NNG 근로/NNG 자/NNG
근육질 NNG 근육/NNG 질/NNG
근친상간 NNG 근친/NNG 상간/NNG
글러 VA+EC 그르 어
글자 NNG 글/NNG 자/NNG
금세기 NNG 금/NNG 세기/NNG
금요일 NNG 금/NNG 요일/NNG
금치 VV+EC 금하 지
금할 VV+ETM 금하 ㄹ
급작스런 VA+ETM 급작스럽 ㄴ
급한 VA+ETM 급하 ㄴ
기 VCP+ETN 이 기
기관총 NNG 기관/NNG 총/NNG
기나긴 VA+ETM 기나길 ㄴ
기념비 NNG 기념/NNG 비/NNG
기다려 VV+EC 기다리 어
기다려서 VV+EC 기다리 어서
기다려야 VV+EC 기다리 어야
기다려온 VV+EC+VX+ETM 기다리 어 오 ㄴ
기다려요 VV+EF 기다리 어요
기다려져 VV+EC+VX+EC 기다리 어 지 어
기다려진다 VV+EC+VX+EF 기다리 어 지 ㄴ다
기다려짐 VV+EC+VX+ETN 기다리 어 지 ㅁ
기다려집니다 VV+EC+VX+EF 기다리 어 지 ㅂ니다
기다렸 VV+EP 기다리 었
기다린 VV+ETM 기다리 ㄴ
기다린다 VV+EC 기다리 ㄴ다
기다린다 VV+EF 기다리 ㄴ다
기다릴 VV+ETM 기다리 ㄹ
기다림 VV+ETN 기다리 ㅁ
기다립니다 VV+EC 기다리 ㅂ니다
기다립니다 VV+EF 기다리 ㅂ니다
기달려 VV+EC 기달리 어
기대 VV+EC 기대 어
기대감 NNG 기대/NNG 감/NNG
기대치 NNG 기대/NNG 치/NNG
기댄 VV+ETM 기대 ㄴ
기댈 VV+ETM 기대 ㄹ
기독교 NNG 기독/NNG 교/NNG
기독교인 NNG 기독/NNG 교/NNG 인/NNG
기동대 NNG 기동/NNG 대/NNG
기른 VV+ETM 기르 ㄴ
기름기 NNG 기름/NNG 기/NNG
기막힌 VA+ETM 기막히 ㄴ
기보단 VV+ETN+JKB+JX 하 기 보다 ㄴ
기본기 NNG 기본/NNG 기/NNG
기뻐 VA+EC 기쁘 어
기뻐서 VA+EC 기쁘 어서
기뻐요 VA+EC 기쁘 어요
기뻤 VA+EP 기쁘 었
기쁜 VA+ETM 기쁘 ㄴ
기쁩니다 VA+EC 기쁘 ㅂ니다
기쁩니다 VA+EF 기쁘 ㅂ니다
기상천외 NNG 기상/NNG 천외/NNG
기생충 NNG 기생/NNG 충/NNG
기숙사 NNG 기숙/NNG 사/NNG
기술력 NNG 기술/NNG 력/NNG
기술자 NNG 기술/NNG 자/NNG
기억나 VV+EC 기억나 아
기억나 VV+EF 기억나 아
기억난다 VV+EF 기억나 ㄴ다
기억날 VV+ETM 기억나 ㄹ
기억납니다 VV+EF 기억나 ㅂ니다
기억났 VV+EP 기억나 았
기에 XSA+ETN+JKB 하 기 에
기엔 EC+JX 기에 ㄴ
기운 VV+ETM 기울 ㄴ
기울여 VV+EC 기울이 어
기울인 VV+ETM 기울이 ㄴ
기집애 NNG 기집/NNG 애/NNG
기차역 NNG 기차/NNG 역/NNG
기찬 VA+ETM 기차 ㄴ
긴 ETN+JX 기 ㄴ
긴 VA+ETM 길 ㄴ
긴 VCP+ETN+JX 이 기 ㄴ
긴가 ETN+VCP+EC 기 이 ㄴ가
긴가 NNBC+VCP+EC 기 이 ㄴ가
긴급조치 NNP 긴급/NNG 조치/NNG
긴다 VV+EC 기 ㄴ다
긴다 VV+EF 기 ㄴ다
긴데 NNB+VCP+EC 것 이 ㄴ데
긴데 NNBC+VCP+EF 기 이 ㄴ데
긴말 NNG 긴/NNG 말/NNG
긴박감 NNG 긴박/NNG 감/NNG
긴엔 ETN+JKB+JX 기 에 ㄴ
긴장감 NNG 긴장/NNG 감/NNG
긴장도 NNG 긴장/NNG 도/NNG
긴지 NNBC+VCP+EC 기 이 ㄴ지
긴한 VA+ETM 긴하 ㄴ
길 ETN+JKO 기 ㄹ
길 VA+ETM 길 ㄹ
길거리 NNG 길/NNG 거리/NNG
길동 NNG 길/NNG 동/NNG
길들여 VV+EC 길들이 어
길들여져 VV+EC+VX+EC 길들이 어 지 어
길들여진 VV+EC+VX+ETM 길들이 어 지 ㄴ
길래 ETN+EF 기 ㄹ래
길래 VCP+EC 이 길래
길래 VCP+EF 이 길래
길러 VV+EC 기르 어
김밥 NNG 김/NNG 밥/NNG
김빠진 VV+ETM 김빠지 ㄴ
깁니다 ETN+VCP+EF 기 이 ㅂ니다
깁니다 NNBC+VCP+EF 기 이 ㅂ니다
깃든 VV+ETM 깃들 ㄴ
깃발 NNG 깃/NNG 발/NNG
깃털 NNG 깃/NNG 털/NNG
깊어진다 VV+EF 깊어지 ㄴ다
깊히 MAG 깊이
까 VCP+EC 이 까
까 VCP+EF 이 까
까 VV+EC 까 ㅏ
까 VV+EF 까 아
까다로운 VA+ETM 까다롭 ㄴ
까라 VV+EC 깔 아
까만 VA+ETM 까맣 ㄴ
까말까 EC+VV+EC ㄹ까 말 ㄹ까
까발려 VV+EC 까발리 어
까봐 EC+VX+EC ㄹ까 보 아
까진 JX+JX 까지 ㄴ
까진 JX+VCP+ETM 까지 이 ㄴ
까진 VA+ETM 까지 ㄴ
까진 VV+ETM 까지 ㄴ
까한 EC+VX+ETM ㄹ까 하 ㄴ
깎아내릴 VV+ETM 깎아내리 ㄹ
깐 VV+ETM 깔 ㄴ
깐다 VV+EF 까 ㄴ다
깔 VV+ETM 까 ㄹ
깔려 VV+EC 깔리 어
깔려서 VV+EC 깔리 어서
깔렸 VV+EP 깔리 었
깔린 VV+ETM 깔리 ㄴ
깠 VV+EP 까 았
깨 VV+EC 깨 어
깨뜨린 VV+ETM 깨뜨리 ㄴ
깨알 NNG 깨/NNG 알/NNG
깨어났 VV+EP 깨어나 았
깨우쳐 VV+EC 깨우치 어
깨우쳐준 VV+EC+VX+ETM 깨우치 어 주 ㄴ
깨우침 VV+ETN 깨우치 ㅁ
깨운 VV+ETM 깨우 ㄴ
깨워 VV+EC 깨우 어
깨져 VV+EC 깨지 어
깨졌 VV+EP 깨지 었
깨진 VV+ETM 깨지 ㄴ
깬 VV+ETM 깨 ㄴ
깬다 VV+EC 깨 ㄴ다
깬다 VV+EF 깨 ㄴ다
깰 VV+ETM 깨 ㄹ
깸 VV+ETN 깨 ㅁ
깼 VV+EP 깨 었
깽판 NNG 깽/NNG 판/NNG
꺼 NNB+VCP 것 이
꺼 VV+EC 끄 어
꺼 VV+EF 끄 ㅓ
꺼내 VV+EC 꺼내 어
꺼낼 VV+ETM 꺼내 ㄹ
꺼라 VV+EC 끄 어라
꺼려 VV+EC 꺼리 ㅓ
꺼버렸 VV+EC+VX+EP 끄 어 버리 었
꺼버린 VV+EC+VX+ETM 끄 어 버리 ㄴ
꺼야 VV+EC 끄 어야
꺼져 VV+EC+VX+EC 끄 ㅓ 지 ㅓ
꺼져 VV+EC+VX+EF 끄 ㅓ 지 ㅓ
꺼져라 VV+EC 꺼지 어라
꺼져라 VV+EF 꺼지 어라
껀 NNB+JX 것 ㄴ
껀 NNBC+JX 꺼 ㄴ
껄끄러운 VA+ETM 껄끄럽 ㄴ
껐 VV+EP 끄 었
께선 JKS+JX 께서 ㄴ
껜 JKB+JX 께 ㄴ
껴 VV+EC 끼 ㅓ
껴 VV+EF 끼 ㅓ
껴서 VV+EC 끼 어서
꼈 VV+EP 끼 ㅓㅆ
꼬 VCP+EC 이 꼬
꼬 VCP+EF 이 꼬
꼬셔서 VV+EC 꼬시 ㅓ서
꼬여 VV+EC 꼬이 어
꼬여서 VV+EC 꼬이 어서
꼬였 VV+EP 꼬이 었
꼬인 VV+ETM 꼬이 ㄴ
꼬인다 VV+EC 꼬이 ㄴ다
꼬일 VV+ETM 꼬이 ㄹ
꼭두각시 NNG 꼭두/NNG 각시/NNG
꼰 VV+ETM 꼬 ㄴ
꼴려서 VV+EC 꼴리 어서
꼼수 NNG 꼼/NNG 수/NNG
꼽힌다 VV+EF 꼽히 ㄴ다
꼽힐 VV+ETM 꼽히 ㄹ
꽂혀 VV+EC 꽂히 어
꽂혀서 VV+EC 꽂히 어서
꽂혔 VV+EP 꽂히 었
꽂힌 VV+ETM 꽂히 ㄴ
꽃 VV 꽂
꽃뱀 NNG 꽃/NNG 뱀/NNG
꽃비 NNG 꽃/NNG 비/NNG
꽃잎 NNG 꽃/NNG 잎/NNG
꾸려 VV+EC 꾸리 어
꾸며 VV+EC 꾸미 어
꾸며낸 VV+EC+VX+ETM 꾸미 어 내 ㄴ
꾸며진 VV+EC+VX+ETM 꾸미 어 지 ㄴ
꾸몄 VV+EP 꾸미 었
꾸민 VV+ETM 꾸미 ㄴ
꾸밈 VV+ETN 꾸미 ㅁ
꾼 VV+ETM 꾸 ㄴ
꾼다 VV+EF 꾸 ㄴ다
꿀 VV+ETM 꾸 ㄹ
꿀릴 VV+ETM 꿀리 ㄹ
꿀벌 NNG 꿀/NNG 벌/NNG
꿀잠 NNG 꿀/NNG 잠/NNG
꿈꾼다 VV+EC 꿈꾸 ㄴ다
꿈꾼다 VV+EF 꿈꾸 ㄴ다
꿈꿀 VV+ETM 꿈꾸 ㄹ
꿈꿔 VV+EC 꿈꾸 어
꿈꿨 VV+EP 꿈꾸 었
꿈꿨으나 VV+EP+EC 꿈꾸 었 으나
꿈속 NNG 꿈/NNG 속/NNG
꿔 VV+EC 꾸 어
꿨 VV+EP 꾸 었
꿰 VV+EC 꿰 어
끈 VV+ETM 끌 ㄴ
끈기 NNG 끈/NNG 기/NNG
끈다 VV+EC 끌 ㄴ다
끈다 VV+EF 끄 ㄴ다
끈질긴 VA+ETM 끈질기 ㄴ
끊겼 VV+EP 끊기 었
끊긴 VV+ETM 끊기 ㄴ
끊긴다 VV+EF 끊기 ㄴ다
끊김 VV+ETN 끊기 ㅁ
끊어진 VV+ETM 끊어지 ㄴ
끊임 VV+ETN 끊이 ㅁ
끌 VV+ETM 끌 ㄹ
끌려 VV+EC 끌리 어
끌려서 VV+EC 끌리 어서
끌렸 VV+EP 끌리 었
끌린 VV+ETM 끌리 ㄴ
끌린다 VV+EC 끌리 ㄴ다
끌린다 VV+EF 끌리 ㄴ다
끌림 VV+ETN 끌리 ㅁ
끌어낸 VV+ETM 끌어내 ㄴ
끌어낼 VV+ETM 끌어내 ㄹ
끌어냈 VV+EP 끌어내 었
끌어들여 VV+EC 끌어들이 어
끌어올린 VV+ETM 끌어올리 ㄴ
끓여 VV+EC 끓이 어
끓인 VV+ETM 끓이 ㄴ
끔 VV+ETN 끄 ㅁ
끝나 VV+EC 끝나 아
끝나 VV+EF 끝나 아
끝나갈 VV+ETM 끝나가 ㄹ
끝난 VV+ETM 끝나 ㄴ
끝난다 VV+EC 끝나 ㄴ다
끝난다 VV+EF 끝나 ㄴ다
끝난다는 VV+ETM 끝나 ㄴ다는
끝난지 VV+EC 끝나 ㄴ지
끝날 VV+ETM 끝나 ㄹ
끝날지 VV+EC 끝나 ㄹ지
끝남 VV+ETN 끝나 ㅁ
끝났 VV+EP 끝나 았
끝났어야 VV+EP+EC 끝나 았 어야
끝났으면 VV+EP+EC 끝나 았 으면
끝내 VV+EC 끝내 어
끝내준다 VV+EF 끝내주 ㄴ다
끝낸 VV+ETM 끝내 ㄴ
끝낼 VV+ETM 끝내 ㄹ
끝냄 VV+ETN 끝내 ㅁ
끝냈 VV+EP 끝내 었
끝냈으면 VV+EP+EC 끝내 었 으면
끝물 NNG 끝/NNG 물/NNG
끝자락 NNG 끝/NNG 자락/NNG
끝장 NNG 끝/NNG 장/NNG
끝판 NNG 끝/NNG 판/NNG
끼 NNB+VCP 것 이
끼운 VV+ETM 끼우 ㄴ
끼워 VV+EC 끼우 어
끼쳐 VV+EC 끼치 어
끼쳤 VV+EP 끼치 었
끼친 VV+ETM 끼치 ㄴ
끼친다 VV+EC 끼치 ㄴ다
끼친다 VV+EF 끼치 ㄴ다
끼칠 VV+ETM 끼치 ㄹ
끼침 VV+ETN 끼치 ㅁ
끼칩니다 VV+EF 끼치 ㅂ니다
낀 VV+ETM 끼 ㄴ
낀다 VV+EF 끼 ㄴ다
낄 VV+ETM 끼 ㄹ
나 VA 낫
나 VV+EC 나 아
나 VV+EF 나 ㅏ
나 VX+EF 나 아
나가 VV+EC 나가 아
나간 VV+ETM 나가 ㄴ
나간다 EC+VX+EF 어 나가 ㄴ다
나간다 VV+EC 나가 ㄴ다
나간다 VV+EF 나가 ㄴ다
나간다 VX+EC 나가 ㄴ다
나간다 VX+EF 나가 ㄴ다
나간다고 VV+EC 나가 ㄴ다고
나갈 VV+ETM 나가 ㄹ
나갈 VX+ETM 나가 ㄹ
나감 VV+ETN 나가 ㅁ
나감 VX+ETN 나가 ㅁ
나갔 VV+EP 나가 았
나갔으면 VX+EP+EC 나가 았 으면
나날 NNG 나/NNG 날/NNG
나눈 VV+ETM 나누 ㄴ
나눌 VV+ETM 나누 ㄹ
나눔 VV+ETN 나누 ㅁ
나눠 VV+EC 나누 어
나눠서 VV+EC 나누 어서
나눴 VV+EP 나누 었
나뉜다 VV+EC 나뉘 ㄴ다
나뉜다 VV+EF 나뉘 ㄴ다
나뉠 VV+ETM 나뉘 ㄹ
나라 NR+VCP 하나 이
나마 VX+EC 말 나
나머진 NNG+JX 나머지 ㄴ
나무랄 VV+ETM 나무라 ㄹ
나빠 VA+EC 나쁘 아
나빠 VA+EF 나쁘 ㅏ
나빠서 VA+EC 나쁘 아서
나빠요 VA+EF 나쁘 아요
나빴 VA+EP 나쁘 았
나뿐 VA+ETM 나쁘 운
나쁜 VA+ETM 나쁘 ㄴ
나쁜데 VA+EC 나쁘 ㄴ데
나쁠 VA+ETM 나쁘 ㄹ
나쁨 VA+ETN 나쁘 ㅁ
나서 VV+EF 나서 어
나선 VV+ETM 나서 ㄴ
나설 VV+ETM 나서 ㄹ
나섰 VV+EP 나서 었
나세 NNG 나/NNG 세/NNG
나아가 VV+EC 나아가 아
나아간 VV+ETM 나아가 ㄴ
나아갈 VV+ETM 나아가 ㄹ
나아갔 VV+EP 나아가 았
나아요 VV+EF 낫 아요
나아졌 VV+EP 나아지 었
나아진 VV+ETM 나아지 ㄴ
나아질 VV+ETM 나아지 ㄹ
나았 VA+EP 낫 ㅏㅆ
나야 VV+EC 낳 ㅏ야
나온 VV+ETM 나오 ㄴ
나온다 VV+EC 나오 ㄴ다
나온다 VV+EF 나오 ㄴ다
나온다고 VV+EC 나오 ㄴ다고
나온다길래 VV+EC 나오 ㄴ다길래
나온다는 VV+ETM 나오 ㄴ다는
나온다는데 VV+EC 나오 ㄴ다는데
나온다니 VV+EF 나오 ㄴ다니
나온다면 VV+EC 나오 ㄴ다면
나온다면 VV+EF 나오 ㄴ다면
나온단 VV+ETM 나오 ㄴ단
나온지 VV+EC 나오 ㄴ지
나올 VV 나오
나올 VV+ETM 나오 ㄹ
나올까 VV+EC 나오 ㄹ까
나올까 VV+EF 나오 ㄹ까
나올까봐 VV+EC+VX+EC 나오 ㄹ까 보 아
나올까요 VV+EF 나오 ㄹ까요
나올땐 VV+ETM+NNG+JX 나오 ㄹ 때 ㄴ
나올수록 VV+EC 나오 ㄹ수록
나올지 VV+EC 나오 ㄹ지
나옴 VV+EC 나오 ㅁ
나옴 VV+ETN 나오 ㅁ
나옵니다 VV+EC 나오 ㅂ니다
나옵니다 VV+EF 나오 ㅂ니다
나와 VV+EC 나오 아
나와 VV+EF 나오 ㅏ
나와도 VV+EC 나오 아도
나와라 VV+EC 나오 아라
나와라 VV+EF 나오 아라
나와서 VV+EC 나오 아서
나와서 VV+EF 나오 ㅏ서
나와야 VV+EC 나오 ㅏ야
나와야지 VV+EC 나오 ㅏ야지
나와야지 VV+EF 나오 ㅏ야지
나와요 VV+EC 나오 아요
나와요 VV+EF 나오 ㅏ요
나왓 VV+EP 나오 앗
나왔 VV+EP 나오 았
나왔었 VV+EP 나오 았었
나왔으니 VV+EP+EC 나오 았 으니
나요 VCP+EF 이 나요
나을 VA+ETM 낫 ㄹ
나을지도 VA+EC+JX 낫 을지 도
나인데 NNG+VCP+EC 나이 이 ㄴ데
나진 VA+EC+VX+ETM 낫 ㅏ 지 ㄴ
나타나 VV+EC 나타나 아
나타난 VV+ETM 나타나 ㄴ
나타난다 VV+EF 나타나 ㄴ다
나타난다면 VV+EC 나타나 ㄴ다면
나타날 VV+ETM 나타나 ㄹ
나타남 VV+ETN 나타나 ㅁ
나타났 VV+EP 나타나 았
나타내 VV+EC 나타내 어
나타낸 VV+ETM 나타내 ㄴ
나타낸다 VV+EF 나타내 ㄴ다
나타냄 VV+ETN 나타내 ㅁ
나타냈 VV+EP 나타내 었
낙제점 NNG 낙제/NNG 점/NNG
낙하산 NNG 낙하/NNG 산/NNG
낚시질 NNG 낚시/NNG 질/NNG
낚였 VV+EP 낚이 었
낚일 VV+ETM 낚이 ㄹ
난 NP+JX 나 ㄴ
난 VV+ETM 나 ㄴ
난 VX+ETM 나 ㄴ
난 XSA+ETM 나 ㄴ
난다 VV+EC 나 ㄴ다
난다 VV+EF 나 ㄴ다
난다 VX+EF 나 ㄴ다
난다고 VV+EC 나 ㄴ다고
난다고 VV+EF 나 ㄴ다고
난다는 VV+ETM 나 ㄴ다는
난다면 VV+EC 나 ㄴ다면
난단 VV+ETM 나 ㄴ단
난데 NP+VCP+EF 나 이 ㄴ데
난도질 NNG 난도/NNG 질/NNG
난장판 NNG 난장/NNG 판/NNG
날 NP+JKO 나 ㄹ
날 VA+ETM 낫 ㄹ
날 VV+ETM 나 ㄹ
날개 NNG 날/NNG 개/NNG
날것 NNG 날/NNG 것/NNG
날까 VV+EC 나 ㄹ까
날까 VV+EF 나 ㄹ까
날까봐 VV+EC+VX+EC 나 ㄹ까 보 아
날라 VV+EC 낳 ㄹ라
날라갔 VV+EP 날라가 ㅏㅆ
날려 VV+EC 날리 어
날렸 VV+EP 날리 었
날린 VV+ETM 날리 ㄴ
날린다 VV+EF 날리 ㄴ다
날릴 VV+ETM 날리 ㄹ
날림 VV+ETN 날리 ㅁ
날아가 VV+EC 날아가 아
날아간 VV+ETM 날아가 ㄴ
날아갈 VV+ETM 날아가 ㄹ
날아갔 VV+EP 날아가 았
날아온 VV+ETM 날아오 ㄴ
날지 VV+EC 나 ㄹ지
날짜 NNG 날/NNG 짜/NNG
날카로운 VA+ETM 날카롭 ㄴ
날카로움 VA+ETN 날카롭 ㅁ
남 VV+EC 남 아
남 VV+ETN 나 ㅁ
남 VX+ETN 나 ㅁ
남겨 VV+EC 남기 어
남겨뒀 VV+EC+VX+EP 남기 어 두 었
남겨야 VV+EC 남기 어야
남겨요 VV+EF 남기 ㅓ요
남겨준 VV+EC+VX+ETM 남기 어 주 ㄴ
남겨준다 VV+EC+VX+EF 남기 어 주 ㄴ다
남겨진 VV+EC+VX+ETM 남기 어 지 ㄴ
남겼 VV+EP 남기 었
남겼었 VV+EP 남기 었었
남긴 VV+ETM 남기 ㄴ
남긴다 VV+EC 남기 ㄴ다
남긴다 VV+EF 남기 ㄴ다
남길 VV+ETM 남기 ㄹ
남김 VV+ETN 남기 ㅁ
남녀노소 NNG 남녀/NNG 노소/NNG
남다른 VA+ETM 남다르 ㄴ
남달랐 VA+EP 남다르 았
남동생 NNG 남/NNG 동생/NNG
남배우 NNG 남/NNG 배우/NNG
남성미 NNG 남성/NNG 미/NNG
남순 NNP+JX 남수 ㄴ
남아공 NNP 남아/NNG 공/NNG
남아도 VV 남아돌
남아돌 VV+ETM 남아돌 ㄹ
남여 NNG 남/NNG 여/NNG
남잔 NNG+JX 남자 ㄴ
남잔데 NNG+VCP+EC 남자 이 ㄴ데
남주의 NNG 남/NNG 주의/NNG
남쪽 NNG 남/NNG 쪽/NNG
남학생 NNG 남/NNG 학생/NNG
납니다 VV+EC 나 ㅂ니다
납니다 VV+EF 나 ㅂ니다
납치범 NNG 납치/NNG 범/NNG
났 VV+EP 나 았
났었 VV+EP 나 았었
났으나 VV+EP+EC 나 았 으나
났으면 VV+EP+EC 나 았 으면
낮술 NNG 낮/NNG 술/NNG
낮잠 NNG 낮/NNG 잠/NNG
낮춘 VV+ETM 낮추 ㄴ
낮출 VV+ETM 낮추 ㄹ
낮춰 VV+EC 낮추 어
낮춰야 VV+EC 낮추 어야
낯선 VA+ETM 낯설 ㄴ
내 NP+JKG 나 의
내 VV+EC 내 어
내 VV+EF 내 ㅓ
내 VX+EC 내 어
내 VX+EF 내 어
내거 VV 내걸
내게 NP+JKB 나 에게
내게는 NP+JKB+JX 나 에게 는
내게도 NP+JKB+JX 나 에게 도
내겐 NP+JKB+JX 나 에게 ㄴ
내기 NNG 내/NNG 기/NNG
내낸 MAG+JX 내내 ㄴ
내놔 VV+EC 내놓 아
내놔 VV+EF 내놓 ㅏ
내놔도 VV+EC 내놓 아도
내놨 VV+EP 내놓 았
내눈엔 NP+JKG+NNG+JKB+JX 나 의 눈 에 ㄴ
내려 VV+EC 내리 어
내려가 VV+EC 내려가 아
내려간 VV+ETM 내려가 ㄴ
내려갈 VV+ETM 내려가 ㄹ
내려갔 VV+EP 내려가 았
내려다 VV+EC 내리 어다
내려라 VV+EC 내리 어라
내려라 VV+EF 내리 어라
내려서 VV+EC 내리 어서
내려야 VV+EC 내리 어야
내려온 VV+ETM 내려오 ㄴ
내려올 VV+ETM 내려오 ㄹ
내렸 VV+EP 내리 었
내리 VV+EC 내리 어
내린 VV+ETM 내리 ㄴ
내린다 VV+EC 내리 ㄴ다
내린다 VV+EF 내리 ㄴ다
내린다면 VV+EC 내리 ㄴ다면
내릴 VV+ETM 내리 ㄹ
내몰린 VV+ETM 내몰리 ㄴ
내민 VV+ETM 내밀 ㄴ
내밀 VV+ETM 내밀 ㄹ
내버려 VV+EC 내버리 어
내보내 VV+EC 내보내 어
내세운 VV+ETM 내세우 ㄴ
내세울 VV+ETM 내세우 ㄹ
내세워 VV+EC 내세우 어
내세워서 VV+EC 내세우 어서
내세웠 VV+EP 내세우 었
내어주 VV 내주
내용물 NNG 내용/NNG 물/NNG
내인생의 NP+JKG+NNG+JKG 나 의 인생 의
내준 VV+ETM 내주 ㄴ
내준다 VV+EF 내주 ㄴ다
내줌 VV+ETN 내주 ㅁ
낸 EC+VX+ETM 아 내 ㄴ
낸 VV+ETM 내 ㄴ
낸 VV+JX 내 ㄴ
낸 VX+ETM 내 ㄴ
낸다 VV+EC 내 ㄴ다
낸다 VV+EF 내 ㄴ다
낸다 VX+EC 내 ㄴ다
낸다 VX+EF 내 ㄴ다
낸다고 VV+EC 내 ㄴ다고
낸다는 VX+ETM 내 ㄴ다는
낸다면 VX+EC 내 ㄴ다면
낼 NP+JKO 내 ㄹ
낼 VV+ETM 내 ㄹ
낼 VX+ETM 내 ㄹ
낼려고 VX+EC 내 ㄹ려고
냄 VV+ETN 내 ㅁ
냄 VX+ETN 내 ㅁ
냅니다 VX+EF 내 ㅂ니다
냇 VV+EP 내 엇
냈 VV+EP 내 았
냈 VX+EP 내 었
냈으나 VX+EP+EC 내 었 으나
냈으면 VV+EP+EC 내 었 으면
냈으면 VX+EP+EC 내 었 으면
냉장고 NNG 냉장/NNG 고/NNG
냐 VCP+EC 이 냐
냐 VCP+EF 이 냐
냐고 VCP+EC 이 냐고
냐고 VCP+EF 이 냐고
냐는 VCP+ETM 이 냐는
냐면 VCP+EC 이 냐면
냔 VCP+EC+JX 이 냐 ㄴ
냔 VCP+ETM 이 냔
너 VV 넣
너 VV+EC 넣 ㅓ
너흰 NP+JX 너희 ㄴ
넌 NP+JX 너 ㄴ
널 NP+JKO 너 ㄹ
널 VV+ETM 넣 ㄹ
널려 VV+EC 널리 어
널렸 VV+EP 널리 었
널린 VV+ETM 널리 ㄴ
넓혀 VV+EC 넓히 어
넘겨 VV+EC 넘기 어
넘겨서 VV+EC 넘기 어서
넘겨야 VV+EC 넘기 어야
넘겼 VV+EP 넘기 었
넘긴 VV+ETM 넘기 ㄴ
넘길 VV+ETM 넘기 ㄹ
넘김 VV+ETN 넘기 ㅁ
넘나드 VV 넘나들
넘버원 NNG 넘버/NNG 원/NNG
넘어가 VV+EC 넘어가 아
넘어간 VV+ETM 넘어가 ㄴ
넘어간다 VV+EC 넘어가 ㄴ다
넘어갈 VV+ETM 넘어가 ㄹ
넘어감 VV+ETN 넘어가 ㅁ
넘어갔 VV+EP 넘어가 았
넘어선 VV+ETM 넘어서 ㄴ
넘어설 VV+ETM 넘어서 ㄹ
넘어섰 VV+EP 넘어서 었
넘쳐 VV+EC 넘치 어
넘쳐서 VV+EC 넘치 어서
넘쳤 VV+EP 넘치 었
넘친 VV+ETM 넘치 ㄴ
넘친다 VV+EC 넘치 ㄴ다
넘친다 VV+EF 넘치 ㄴ다
넘칠 VV+ETM 넘치 ㄹ
넘침 VV+ETN 넘치 ㅁ
넘칩니다 VV+EF 넘치 ㅂ니다
네 NP+VCP 너 이
네 VCP+EC 이 네
네 VCP+EF 이 네
네 XSA+EC 하 네
네놈을 NP+JKG+NNB+JKO 너 의 놈 을
네버엔딩 NNG 네버/NNG 엔딩/NNG
네요 VCP+EC 이 네요
네요 VCP+EF 이 네요
넨 XPN+JX 네 ㄴ
넬 XSN+JKO 네 ㄹ
년놈 NNG 년/NNG 놈/NNG
노 VX 놓
노동자 NNG 노동/NNG 자/NNG
노란 VA+ETM 노랗 ㄴ
노랑머리 NNG 노랑/NNG 머리/NNG
노래 VA+EF 노랗 아
노래방 NNG 노래/NNG 방/NNG
노랠 NNG+JKO 노래 ㄹ
노랫소리 NNG 노랫/NNG 소리/NNG
노렸 VV+EP 노리 었
노리개 NNG 노리/NNG 개/NNG
노린 VV+ETM 노리 ㄴ
노익장 NNG 노/NNG 익장/NNG
노처녀 NNG 노/NNG 처녀/NNG
노트북 NNG 노트/NNG 북/NNG
녹아드 VV 녹아들
녹아든 VV+ETM 녹아들 ㄴ
녹여 VV+EC 녹이 어
녹여낸 VV+ETM 녹여내 ㄴ
녹였 VV+EP 녹이 었
논 VV+ETM 놓 ㄴ
논 VX+ETM 놓 ㄴ
논다 VV+EC 놀 ㄴ다
논다 VV+EF 놀 ㄴ다
논스톱 NNG 논/NNG 스톱/NNG
논픽션 NNG 논/NNG 픽션/NNG
논할 VV+ETM 논하 ㄹ
놀 VV+ETM 놀 ㄹ
놀 VX+ETM 놓 ㄹ
놀라 VV+EC 놀라 아
놀라운 VA+ETM 놀랍 ㄴ
놀라울 VA+ETM 놀랍 ㄹ
놀라워 VA+EC 놀랍 어
놀라워 VA+EF 놀랍 어
놀라웠 VA+EP 놀랍 었
놀란 VV+ETM 놀라 ㄴ
놀란다 VV+EC 놀라 ㄴ다
놀란다 VV+EF 놀라 ㄴ다
놀랄 VV+ETM 놀라 ㄹ
놀람 VV+ETN 놀라 ㅁ
놀랐 VV+EP 놀라 았
놀랐었 VV+EP 놀라 았었
놀래 VV+EC 놀래 ㅓ
놀랠 VV+ETM 놀래 ㄹ
놀랬 VV+EP 놀래 ㅓㅆ
놀러갔 VV+EP 놀러가 았
놀아난 VV+ETM 놀아나 ㄴ
놀이터 NNG 놀이/NNG 터/NNG
높여 VV+EC 높이 어
높여야 VV+EC 높이 어야
높였 VV+EP 높이 었
높인 VV+ETM 높이 ㄴ
높인다 VV+EF 높이 ㄴ다
높일 VV+ETM 높이 ㄹ
높임 VV+ETN 높이 ㅁ
높혀 VV+EC 높히 ㅓ
놓여 VV+EC 놓이 어
놓인 VV+ETM 놓이 ㄴ
놓쳐 VV+EC 놓치 어
놓쳐버린 VV+EC+VX+ETM 놓치 어 버리 ㄴ
놓쳐서 VV+EC 놓치 어서
놓쳤 VV+EP 놓치 었
놓친 VV+ETM 놓치 ㄴ
놓칠 VV+ETM 놓치 ㄹ
놔 VV+EC 놓 아
놔 VV+EF 놓 아
놔 VX 놓
놔 VX+EC 놓 ㅏ
놔 VX+EF 놓 아
놔도 VX+EC 놓 아도
놔라 VV+EC 놓 아라
놔서 VX+EC 놓 아서
놔서 VX+EF 놓 아서
놔야 VX+EC+VX 놓 아야 하
놨 VV+EP 놓 았
놨 VX+EP 놓 았
놨는데 VX+EP+EC 놓 ㅏㅆ 는데
놨는데 VX+EP+EF 놓 ㅏㅆ 는데
놨다 VX+EP+EC 놓 ㅏㅆ 다
놨다 VX+EP+EF 놓 ㅏㅆ 다
놨다가 VX+EP+EC 놓 ㅏㅆ 다가
놨던 VX+EP+ETM 놓 ㅏㅆ 던
놨으면 VX+EP+EC 놓 았 으면
놨을 VX+EP+ETM 놓 ㅏㅆ 을
놨지만 VX+EP+EC 놓 ㅏㅆ 지만
뇨 VCP+EF 이 뇨
누 VV+EF 눕 우
누가 NP+JKS 누구 가
누군 NP+JX 누구 ㄴ
누군가 NP+VCP+EC 누구 이 ㄴ가
누군가 NP+VCP+EF 누구 이 ㄴ가
누군가의 NP+JKS+EC+JKG 누구 이 ㄴ가 의
누군들 NP+VCP+EC 누구 이 ㄴ들
누군지 NP+VCP+EC 누구 이 ㄴ지
누굴 NP+JKO 누구 ㄹ
누굴까 NP+VCP+EC 누구 이 ㄹ까
누굴까 NP+VCP+EF 누구 이 ㄹ까
누렸 VV+EP 누리 었
누를 VV+ETM 누르 ㄹ
누릴 VV+ETM 누리 ㄹ
누워 VV+EC 눕 어
누워서 VV+EC 눕 어서
누웠 VV+EP 눕 었
눈가 NNG 눈/NNG 가/NNG
눈길 NNG 눈/NNG 길/NNG
눈깔 NNG 눈/NNG 깔/NNG
눈꼽 NNG 눈/NNG 꼽/NNG
눈높이 NNG 눈/NNG 높이/NNG
눈동자 NNG 눈/NNG 동자/NNG
눈망울 NNG 눈/NNG 망울/NNG
눈먼 VV+ETM 눈멀 ㄴ
눈물 NNG 눈/NNG 물/NNG
눈물겨운 VA+ETM 눈물겹 ㄴ
눈물바다 NNG 눈물/NNG 바다/NNG
눈물샘 NNG 눈물/NNG 샘/NNG
눈밭 NNG 눈/NNG 밭/NNG
눈부셨 VA+EP 눈부시 었
눈부신 VA+ETM 눈부시 ㄴ
눈부실 VA+ETM 눈부시 ㄹ
눈빛 NNG 눈/NNG 빛/NNG
눈사태 NNG 눈/NNG 사태/NNG
눈살 NNG 눈/NNG 살/NNG
눈시울 NNG 눈/NNG 시울/NNG
눈쌀 NNG 눈/NNG 쌀/NNG
눈썹 NNG 눈/NNG 썹/NNG
눈알 NNG 눈/NNG 알/NNG
눈앞 NNG 눈/NNG 앞/NNG
눈여겨 VV+EC 눈여기 어
눈요기 NNG 눈/NNG 요기/NNG
눈요깃거리 NNG 눈요깃/NNG 거리/NNG
눈치 NNG 눈/NNG 치/NNG
눈치챘 VV+EP 눈치채 었
눌 VV+ETM 누 ㄹ
눌러 VV+EC 누르 어
눌렀 VV+EP 누르 었
뉘 NP+JKS 누구 이
느 VV 늘
느껴 VV+EC 느끼 어
느껴본 VV+EC+VX+ETM 느끼 어 보 ㄴ
느껴볼 VV+EC+VX+ETM 느끼 어 보 ㄹ
느껴서 VV+EC 느끼 어서
느껴야 VV+EC 느끼 어야
느껴요 VV+EF 느끼 어요
느껴져 VV+EC+VX+EC 느끼 어 지 어
느껴져 VV+EC+VX+EF 느끼 어 지 어
느껴져서 VV+EC+VX+EC 느끼 어 지 어서
느껴져요 VV+EC+VX+EF 느끼 어 지 어요
느껴졌 VV+EC+VX+EP 느끼 어 지 었
느껴졌었 VV+EC+VX+EP 느끼 어 지 었었
느껴진 VV+EC+VX+ETM 느끼 어 지 ㄴ
느껴진다 VV+EC+VX+EC 느끼 어 지 ㄴ다
느껴진다 VV+EC+VX+EF 느끼 어 지 ㄴ다
느껴질 VV+EC 느끼 어
느껴질 VV+EC+VX+ETM 느끼 어 지 ㄹ
느껴질까 VV+EC+VX+EF 느끼 어 지 ㄹ까
느껴짐 VV+EC+VX+ETN 느끼 어 지 ㅁ
느껴집니다 VV+EC+VX+EC 느끼 어 지 ㅂ니다
느껴집니다 VV+EC+VX+EF 느끼 어 지 ㅂ니다
느꼈 VV+EP 느끼 었
느꼈었 VV+EP 느끼 었었
느낀 VV+ETM 느끼 ㄴ
느낀다 VV+EC 느끼 ㄴ다
느낀다 VV+EF 느끼 ㄴ다
느낀다는 VV+ETM 느끼 ㄴ다는
느낀다면 VV+EC 느끼 ㄴ다면
느낄 VV+ETM 느끼 ㄹ
느낄까 VV+EF 느끼 ㄹ까
느낄지 VV+EC 느끼 ㄹ지
느낍니다 VV+EC 느끼 ㅂ니다
느낍니다 VV+EF 느끼 ㅂ니다
느려 VA+EC 느리 어
느려서 VA+EC 느리 어서
느려터진 VA+EC+VX+ETM 느리 어 터지 ㄴ
느린 VA+ETM 느리 ㄴ
느림 VA+ETN 느리 ㅁ
늑대소년 NNP 늑대/NNG 소년/NNG
늑대인간 NNP 늑대/NNG 인간/NNG
는 VV+ETM 늘 ㄴ
는다 VV+EC 늘 ㄴ다
는데 VV+EC 늘 ㄴ데
는진 EC+JX 는지 ㄴ
늘 VV+ETM 늘 ㄹ
늘려 VV+EC 늘리 어
늘려라 VV+EC 늘리 어라
늘려서 VV+EC 늘리 어서
늘렸 VV+EP 늘리 었
늘린 VV+ETM 늘리 ㄴ
늘릴 VV+ETM 늘리 ㄹ
늘어난 VV+ETM 늘어나 ㄴ
늘어날 VV+ETM 늘어나 ㄹ
늘어났 VV+EP 늘어나 았
늘어져 VV+EC 늘어지 어
늘어졌 VV+EP 늘어지 었
늘어진 VV+ETM 늘어지 ㄴ
늘어진다 VV+EF 늘어지 ㄴ다
늘어질 VV+ETM 늘어지 ㄹ
늘어짐 VV+ETN 늘어지 ㅁ
능력자 NNG 능력/NNG 자/NNG
늦출 VV+ETM 늦추 ㄹ
니 VCP+EC 이 니
니 VCP+EF 이 니
니 XSA+EC 하 니
니까 VCP+EC 이 니까
니까 VCP+EF 이 니까
니까요 VCP+EF 이 니까요
니깐 VCP+EC 이 니깐
니깐 VCP+EF 이 니깐
니다 VCP+EF 이 ㅂ니다
니라 VCP+EC 이 니라
다 VCP 이
다 VCP+EC 이 다
다 VCP+EF 이 다
다 VV 달
다 VX 달
다 XSV+EC 하 다
다가 VV+EC 다그 아
다가가 VV+EC 다가가 아
다가간 VV+ETM 다가가 ㄴ
다가갈 VV+ETM 다가가 ㄹ
다가갔 VV+EP 다가가 았
다가온 VV+ETM 다가오 ㄴ
다가온다 VV+EF 다가오 ㄴ다
다가올 VV+ETM 다가오 ㄹ
다가옴 VV+ETN 다가오 ㅁ
다가옵니다 VV+EF 다가오 ㅂ니다
다가와 VV+EC 다가오 아
다가와서 VV+EC 다가오 아서
다가왔 VV+EP 다가오 았
다간 EC+JX 다가 ㄴ
다고 VCP+EC 이 다고
다곤 EC+JX 다고 ㄴ
다냐 VCP+EF 이 다냐
다녀 VV+EC 다니 어
다녀도 VV+EC 다니 어도
다녀야 VV+EC 다니 어야
다녀온 VV+ETM 다녀오 ㄴ
다녀와서 VV+EC 다녀오 아서
다녀왔 VV+EP 다녀오 았
다녔 VV+EP 다니 었
다는 VCP+ETM 이 다는
다니 VCP+EC 이 다니
다닌 VV+ETM 다니 ㄴ
다닌다 VV+EC 다니 ㄴ다
다닌다 VV+EF 다니 ㄴ다
다닐 VV+ETM 다니 ㄹ
다다른 VV+ETM 다다르 ㄴ
다다를 VV+ETM 다다르 ㄹ
다람쥐 NNG 다람/NNG 쥐/NNG
다룬 VV+ETM 다루 ㄴ
다룬다 VV+EF 다루 ㄴ다
다룰 VV+ETM 다루 ㄹ
다룸 VV+ETN 다루 ㅁ
다뤄 VV+EC 다루 어
다뤄서 VV+EC 다루 ㅓ서
다뤘 VV+EP 다루 었
다뤘으면 VV+EP+EC 다루 었 으면
다른 VA+ETM 다르 ㄴ
다른가 VA+EC 다르 ㄴ가
다른가 VA+EF 다르 ㄴ가
다른데 VA+EC 다르 ㄴ데
다른데 VA+EF 다르 ㄴ데
다른지 VA+EC 다르 ㄴ지
다를 VA+ETM 다르 ㄹ
다를까 VA+EC 다르 ㄹ까
다를까 VA+EF 다르 ㄹ까
다름 VA+ETM 다르 ㅁ
다름 VA+ETN 다르 ㅁ
다름아닌 VA+ETN+VCN+ETM 다르 ㅁ 아니 ㄴ
다릅니다 VA+EC 다르 ㅂ니다
다릅니다 VA+EF 다르 ㅂ니다
다림 NNG+ETN 다리 ㅁ
다물 VV+ETM 다물 ㄹ
다세포 NNG 다/NNG 세포/NNG
다신 MAG+JX 다시 ㄴ
다신 VV+ETM 다시 ㄴ
다운 XSA+ETM 답 ㄴ
다움 XSA+ETN 답 ㅁ
다워 XSA+EC 답 어
다워서 XSA+EC 답 어서
다워야 XSA+EC 답 어야
다웠 XSA+EP 답 었
다져 VV+EC 다지 어
다져진 VV+EC+VX+ETM 다지 어 지 ㄴ
다쳐 VV+EC 다치 어
다쳐서 VV+EC 다치 어서
다쳤 VV+EP 다치 었
다친 VV+ETM 다치 ㄴ
다툼 VV+ETN 다투 ㅁ
닥쳐 VV+EC 닥치 어
닥친 VV+ETM 닥치 ㄴ
닥칠 VV+ETM 닥치 ㄹ
단 VA+ETM 달 ㄴ
단 VV+ETM 달 ㄴ
단막극 NNG 단막/NNG 극/NNG
단발머리 NNG 단발/NNG 머리/NNG
단비 NNG 단/NNG 비/NNG
단성사 NNG 단성/NNG 사/NNG
단정지 VV 단정짓
단조로운 VA+ETM 단조롭 ㄴ
닫힌 VV+ETM 닫히 ㄴ
달 VV+ETM 달 ㄹ
달나라 NNG 달/NNG 나라/NNG
달라 VA+EC 다르 아
달라 VA+EF 다르 ㅏ
달라도 VA+EC 다르 아도
달라서 VA+EC 다르 아서
달라요 VA+EF 다르 아요
달라졌 VV+EP 달라지 었
달라진 VA+EC+VX+ETM 다르 ㅏ 지 ㄴ
달라진 VV+ETM 달라지 ㄴ
달라진다 VV+EF 달라지 ㄴ다
달라질 VV+ETM 달라지 ㄹ
달라짐 VV+ETN 달라지 ㅁ
달랐 VA+EP 다르 았
달래 VV+EC 달래 어
달랬 VV+EP 달래 었
달려 VV+EC 달리 어
달려가 VV+EC 달려가 아
달려간다 VV+EF 달려가 ㄴ다
달려드 VV 달려들
달려라 VV+EC 달리 어라
달려서 VV+EC 달리 어서
달려야 VV+EC 달리 어야
달려온 VV+ETM 달려오 ㄴ
달려왔 VV+EP 달려오 았
달렸 VV+EP 달리 었
달린 VV+ETM 달리 ㄴ
달린다 VV+EC 달리 ㄴ다
달린다 VV+EF 달리 ㄴ다
달릴 VV+ETM 달리 ㄹ
달림 VV+ETN 달리 ㅁ
달한 VV+ETM 달하 ㄴ
달했 VV+EP 달하 았
닭살 NNG 닭/NNG 살/NNG
닮음 NNG 닮/NNG 음/NNG
담겨 VV+EC 담기 어
담겨서 VV+EC 담기 어서
담겨져 VV+EC+VX+EC 담기 어 지 어
담겨진 VV+EC+VX+ETM 담기 어 지 ㄴ
담겼 VV+EP 담기 었
담긴 VV+ETM 담기 ㄴ
담김 VV+ETN 담기 ㅁ
담날 NNG 담/NNG 날/NNG
담담 NNG 담/NNG 담/NNG
담아내 VV+EC 담아내 어
담아낸 VV+ETM 담아내 ㄴ
담아낸다 VV+EF 담아내 ㄴ다
담아낼 VV+ETM 담아내 ㄹ
담아냈 VV+EP 담아내 었
답 MAG+VCP 다 이
답니다 NNG+VCP+EF 다 이 ㅂ니다
닷 VCP+EF 이 닷
당김 VV+ETN 당기 ㅁ
당사자 NNG 당사/NNG 자/NNG
당찬 VA+ETM 당차 ㄴ
당한 VV+ETM 당하 ㄴ
당한 XSV+ETM 당하 ㄴ
당한다 VV+EF 당하 ㄴ다
당한다 XSV+EF 당하 ㄴ다
당한다는 XSV+ETM 당하 ㄴ다는
당할 VV+ETM 당하 ㄹ
당할 XSV+ETM 당하 ㄹ
당함 VV+ETN 당하 ㅁ
당함 XSV+ETN 당하 ㅁ
당해 VV+EC 당하 아
당해 XSV+EC 당하 아
당해도 VV+EC 당하 아도
당해도 XSV+EC 당하 아도
당해서 VV+EC 당하 ㅕ서
당해서 XSV+EC 당하 ㅕ서
당해야 VV+EC 당하 아야
당했 VV+EP 당하 았
당했 XSV+EP 당하 았
대 VV+EC 대 어
대 VV+EF 대 어
대 VX+EC 대 어
대 VX+EF 대 어
대국민 NNG 대/NNG 국민/NNG
대나무 NNG 대/NNG 나무/NNG
대낮 NNG 대/NNG 낮/NNG
대다수 NNG 대/NNG 다수/NNG
대드 VV 대들
대려 VV+EC 대리 어
대론데 NNB+VCP+EC 대로 이 ㄴ데
대말 NNG 대/NNG 말/NNG
대머리 NNG 대/NNG 머리/NNG
대명사 NNG 대/NNG 명사/NNG
대본 VV+ETM 대보 ㄴ
대부분 NNG 대/NNG 부분/NNG
대뷔 NNG 대/NNG 뷔/NNG
대성통곡 NNG 대성/NNG 통곡/NNG
대소동 NNG 대/NNG 소동/NNG
대여점 NNG 대여/NNG 점/NNG
대작전 NNG 대/NNG 작전/NNG
대장정 NNG 대/NNG 장정/NNG
대종상 NNG 대종/NNG 상/NNG
대초 NNG 대/NNG 초/NNG
대표작 NNG 대표/NNG 작/NNG
대하드라마 NNG 대하/NNG 드라마/NNG
대학교 NNG 대/NNG 학교/NNG
대학살 NNG 대/NNG 학살/NNG
대학생 NNG 대학/NNG 생/NNG
대한 VV+ETM 대하 ㄴ
대한민국 NNP 대한/NNG 민국/NNG
대할 VV+ETM 대하 ㄹ
대해 VV+EC 대하 아
대해 VV+EF 대하 아
대해서 VV+EC 대하 아서
대해선 VV+EC+JX 대하 아서 ㄴ
댄 VV+ETM 대 ㄴ
댄 VX+ETM 대 ㄴ
댄다 EC+VX+EF 아 대 ㄴ다
댄다 VV+EC 대 ㄴ다
댄다 VX+EC 대 ㄴ다
댈 VV+ETM 대 ㄹ
댈 VX+ETM 대 ㄹ
댈 XSV+ETM 대 ㄹ
댐 VX+ETN 대 ㅁ
댓글 NNG 댓/NNG 글/NNG
댔 VV+EP 대 었
댔 VX+EP 대 었
댜 VV+EF 되 야
더군요 VCP+EF 이 더군요
더니 VCP+EC 이 더니
더니 VV+EC 하 더니
더딘 VA+ETM 더디 ㄴ
더라 VCP+EC 이 더라
더라 VCP+EF 이 더라
더라고요 VCP+EF 이 더라고요
더라구요 VCP+EF 이 더라구요
더랬 EC+EP 더라 았
더러운 VA+ETM 더럽 ㄴ
더러움 VA+ETN 더럽 음
더러워 VA+EC 더럽 어
더러워서 VA+EC 더럽 어서
더러웠 VA+EP 더럽 었
더럽혀 VV+EC 더럽히 어
더만 VCP+EF 이 더만
더운 VA+ETM 덥 ㄴ
더한 VA+ETM 더하 ㄴ
더한 VV+ETM 더하 ㄴ
더한다 VV+EF 더하 ㄴ다
더해져 VV+EC+VX+EC 더하 아 지 어
더해준다 VV+EC+VX+EF 더하 아 주 ㄴ다
던 VV+ETM 덜 ㄴ
던 XSV+ETM 하 던
던가 VCP+EC 이 던가
던가 VCP+EF 이 던가
던데 VCP+EC 이 던데
던데 VCP+EF 이 던데
던데 VV+EC 하 던데
던데요 VCP+EF 이 던데요
던져 VV+EC 던지 어
던져서 VV+EC 던지 어서
던져준 VV+EC+VX+ETM 던지 어 주 ㄴ
던져준다 VV+EC+VX+EF 던지 어 주 ㄴ다
던져진 VV+EC+VX+ETM 던지 어 지 ㄴ
던졌 VV+EP 던지 었
던지 VCP+EC 이 던지
던지 VCP+EF 이 던지
던진 VV+ETM 던지 ㄴ
던진다 VV+EC 던지 ㄴ다
던진다 VV+EF 던지 ㄴ다
던질 VV+ETM 던지 ㄹ
던집니다 VV+EF 던지 ㅂ니다
덜 VV+ETM 덜 ㄹ
덜떨어진 VA+ETM 덜떨어지 ㄴ
덜한 VA+ETM 덜하 ㄴ
덜할 VA+ETM 덜하 ㄹ
덧붙여 VV+EC 덧붙이 어
덧칠 NNG 덧/NNG 칠/NNG
덮인 VV+ETM 덮이 ㄴ
데 VCP+EC 이 데
데려 VV+EC 데리 어
데려가 VV+EC 데려가 아
데려갔 VV+EP 데려가 았
데려다 VV+EC 데리 어다
데려다가 VV+EC 데리 어다가
데려와 VV+EC 데려오 아
데려왔 VV+EP 데려오 았
데뷔작 NNG 데뷔/NNG 작/NNG
데스노트 NNG 데스/NNG 노트/NNG
데인 VV+ETM 데이 ㄴ
덴 NNB+JKB+JX 데 에 ㄴ
덴 VV+ETM 데 ㄴ
델 NNB+JKO 데 ㄹ
델 VV+ETM 데 ㄹ
뎌 VV+EF 디 어
뎌 VX+EC 디 어
도망가 VV+EC 도망가 아
도망간 VV+ETM 도망가 ㄴ
도망갈 VV+ETM 도망가 ㄹ
도망갔 VV+EP 도망가 았
도망자 NNG 도망/NNG 자/NNG
도망쳐 VV+EC 도망치 어
도망칠 VV+ETM 도망치 ㄹ
도서관 NNG 도서/NNG 관/NNG
도와 VV+EC 돕 아
도울 VV+ETM 돕 ㄹ
도입부 NNG 도입/NNG 부/NNG
도자기 NNG 도자/NNG 기/NNG
도화선 NNG 도화/NNG 선/NNG
독립영화 NNP 독립/NNG 영화/NNG
독립운동가 NNG 독립/NNG 운동/NNG 가/NNG
독립투사 NNG 독립/NNG 투사/NNG
독수리 NNG 독/NNG 수리/NNG
독재자 NNG 독재/NNG 자/NNG
독한 VA+ETM 독하 ㄴ
돈 NNBC+VCP+ETM 도 이 ㄴ
돈다 VV+EC 돌 ㄴ다
돈벌이 NNG 돈/NNG 벌이/NNG
돈키호테 NNG 돈/NNG 키호테/NNP
돋 VV+EP 돋 아시
돋보여 VV+EC 돋보이 어
돋보였 VV+EP 돋보이 었
돋보인 VV+ETM 돋보이 ㄴ
돋보인다 VV+EC 돋보이 ㄴ다
돋보인다 VV+EF 돋보이 ㄴ다
돋보일 VV+ETM 돋보이 ㄹ
돋보입니다 VV+EF 돋보이 ㅂ니다
돌 VV+ETM 돌 ㄹ
돌고래 NNG 돌/NNG 고래/NNG
돌려 VV+EC 돌리 어
돌려다 VV+EC+VX 돌리 어 달
돌려도 VV+EC 돌리 어도
돌려라 VV+EC 돌리 어라
돌려본 VV+EC+VX+ETM 돌리 어 보 ㄴ
돌려볼 VV+EC+VX+ETM 돌리 어 보 ㄹ
돌려봐도 VV+EC+VX+EC 돌리 어 보 아도
돌려서 VV+EC 돌리 어서
돌려줘 VV+EF 돌려주 어
돌렸 VV+EP 돌리 었
돌린 VV+ETM 돌리 ㄴ
돌린다 VV+EC 돌리 ㄴ다
돌린다 VV+EF 돌리 ㄴ다
돌릴 VV+ETM 돌리 ㄹ
돌림 NNG+ETN 돌림 ㅁ
돌봐 VV+EC 돌보 아
돌아가 VV+EC 돌아가 아
돌아가실 VV+ETM 돌아가시 ㄹ
돌아간 VV+ETM 돌아가 ㄴ
돌아간다 VV+EC 돌아가 ㄴ다
돌아간다 VV+EF 돌아가 ㄴ다
돌아간다는 VV+ETM 돌아가 ㄴ다는
돌아간다면 VV+EC 돌아가 ㄴ다면
돌아갈 VV+ETM 돌아가 ㄹ
돌아갔 VV+EP 돌아가 았
돌아볼 VV+ETM 돌아보 ㄹ
돌아온 VV+ETM 돌아오 ㄴ
돌아온다 VV+EC 돌아오 ㄴ다
돌아온다 VV+EF 돌아오 ㄴ다
돌아온다는 VV+ETM 돌아오 ㄴ다는
돌아올 VV+ETM 돌아오 ㄹ
돌아와 VV+EC 돌아오 아
돌아와 VV+EF 돌아오 아
돌아와서 VV+EC 돌아오 아서
돌아와야 VV+EC 돌아오 아야
돌아와요 VV+EC 돌아오 아요
돌아왔 VV+EP 돌아오 았
돌연변이 NNG 돌연/NNG 변이/NNG
돌이켜 VV+EC 돌이키 어
돌이킬 VV+ETM 돌이키 ㄹ
동남아 NNP 동남/NNG 아/NNG
동떨어졌 VA+EP 동떨어지 었
동떨어진 VV+ETM 동떨어지 ㄴ
동료애 NNG 동료/NNG 애/NNG
동명이인 NNG 동명/NNG 이인/NNG
동물농장 NNP 동물/NNG 농장/NNG
동물원 NNG 동물/NNG 원/NNG
동반자 NNG 동반/NNG 자/NNG
동사서독 NNP 동사/NNG 서독/NNG
동서양 NNG 동/NNG 서양/NNG
동성애 NNG 동성/NNG 애/NNG
동성애자 NNG 동성/NNG 애/NNG 자/NNG
동시대 NNG 동/NNG 시대/NNG
동양인 NNG 동양/NNG 인/NNG
동영상 NNG 동/NNG 영상/NNG
동유럽 NNP 동/NNG 유럽/NNP
동정심 NNG 동정/NNG 심/NNG
동정표 NNG 동정/NNG 표/NNG
동질감 NNG 동질/NNG 감/NNG
동쪽 NNG 동/NNG 쪽/NNG
동해 VV+EC 동하 아
동호회 NNG 동호/NNG 회/NNG
동화책 NNG 동화/NNG 책/NNG
돼 VV+EC 되 어
돼 VV+EF 되 ㅓ
돼 XSA 되
돼 XSV 되
돼 XSV+EC 되 어
돼 XSV+EC+VCP 되 어 이
돼도 VV+EC 되 어도
돼버렸 VV+EC+VX+EP 되 어 버리 었
돼버린 VV+EC+VX+ETM 되 어 버리 ㄴ
돼서 VV+EC 되 어서
돼서 XSV+EC 되 어서
돼야 VV+EC 되 어야
돼야지 VV+EC 되 ㅓ야지
돼야지 VV+EF 되 ㅓ야지
돼요 VV+EC 되 어요
돼요 VV+EF 되 어요
돼요 XSV+EC 되 어요
돼지고기 NNG 돼지/NNG 고기/NNG
됐 VV+EP 되 었
됐 XSV+EP 되 었
됐었 VV+EP 되 ㅓㅆ었
됐었 XSV+EP 되 었었
되 VV+EC 되 어
되 XSV+EC 되 어
되돌려 VV+EC 되돌리 어
되돌릴 VV+ETM 되돌리 ㄹ
되돌아볼 VV+ETM 되돌아보 ㄹ
되살려 VV+EC 되살리 어
되살아난 VV+ETM 되살아나 ㄴ
되살아난다 VV+EF 되살아나 ㄴ다
되새겨 VV+EC 되새기 어
되새길 VV+ETM 되새기 ㄹ
되풀이 NNG 되/NNG 풀이/NNG
된 VV+ETM 되 ㄴ
된 XSV+ETM 되 ㄴ
된겨 VV+EF 되 ㄴ겨
된다 VV+EC 되 ㄴ다
된다 VV+EF 되 ㄴ다
된다 XSV+EC 되 ㄴ다
된다 XSV+EF 되 ㄴ다
된다고 VV+EC 되 ㄴ다고
된다고 VV+EF 되 ㄴ다고
된다고 XSV+EC 되 ㄴ다고
된다는 VV+ETM 되 ㄴ다는
된다는 XSV+ETM 되 ㄴ다는
된다니 VV+EC 되 ㄴ다니
된다면 VV+EC 되 ㄴ다면
된다면 VV+EF 되 ㄴ다면
된다면 XSV+EC 되 ㄴ다면
된단 VV+ETM 되 ㄴ단
된장 NNG 된/NNG 장/NNG
된지 VV+EC 되 ㄴ지
될 VV+ETM 되 ㄹ
될 XSV+ETM 되 ㄹ
될까 VV+EC 되 ㄹ까
될까 VV+EF 되 ㄹ까
될까 XSV+EC 되 ㄹ까
될까 XSV+EF 되 ㄹ까
될까봐 VV+EC+VX+EC 되 ㄹ까 보 아
될까봐 XSV+EC+VX+EC 되 ㄹ까 보 아
될까요 VV+EF 되 ㄹ까요
될런지 VV+EC 되 ㄹ런지
될성부른 VA+ETM 될성부르 ㄴ
될수록 VV+EC 되 ㄹ수록
될수록 XSV+EC 되 ㄹ수록
될지 VV+EC 되 ㄹ지
될지 VV+EF 되 ㄹ지
될지 XSV+EC 되 ㄹ지
됨 VV+ETN 되 ㅁ
됨 XSA+ETN 되 ㅁ
됨 XSV+ETN 되 ㅁ
됩니까 VV+EC 되 ㅂ니까
됩니까 VV+EF 되 ㅂ니까
됩니다 VV+EF 되 ㅂ니다
됩니다 VX+EC 되 ㅂ니다
됩니다 XSA+EC 되 ㅂ니다
됩니다 XSV+EC 되 ㅂ니다
됩니다 XSV+EF 되 ㅂ니다
됬 VV+EP 되 었
두근거렸 VV+EP 두근거리 었
두근거린다 VV+EF 두근거리 ㄴ다
두꺼운 VA+ETM 두껍 ㄴ
두드러진 VA+ETM 두드러지 ㄴ
두들겨 VV+EC 두들기 어
두려우 VA 두렵
두려운 VA+ETM 두렵 ㄴ
두려울 VA+ETM 두렵 ㄹ
두려워 VA+EC 두렵 어
두려웠 VA+EP 두렵 었
두리 NR+JKS 둘 이
두리반 NNG 두리/NNG 반/NNG
두말 NNG 두/NNG 말/NNG
둔 VV+ETM 두 ㄴ
둔 VX+ETM 두 ㄴ
둔다 VX+EF 두 ㄴ다
둔한 VA+ETM 둔하 ㄴ
둘 VV+ETM 두 ㄹ
둘 VX+ETM 두 ㄹ
둘러 VV+EC 두르 어
둘러싼 VV+ETM 둘러싸 ㄴ
둠 VV+ETN 두 ㅁ
둠 VX+ETN 두 ㅁ
둬 VV+EC 두 어
둬 VX+EC 두 어
둬서 VV+EC 두 ㅓ서
둬야 VV+EC 두 어야
둬야 VX+EC 두 어야
뒀 VV+EP 두 었
뒀 VX+EP 두 ㅓㅆ
뒤끝 NNG 뒤/NNG 끝/NNG
뒤떨어진 VV+ETM 뒤떨어지 ㄴ
뒤로한 VV+ETM 뒤로하 ㄴ
뒤바뀐 VV+ETM 뒤바뀌 ㄴ
뒤섞여 VV+EC 뒤섞이 어
뒤섞인 VV+ETM 뒤섞이 ㄴ
뒤엉킨 VV+ETM 뒤엉키 ㄴ
뒤졌 VV+EP 뒤지 었
뒤죽박죽 NNG 뒤죽/NNG 박죽/NNG
뒤집어쓴 VV+ETM 뒤집어쓰 ㄴ
뒤쳐진 VV+ETM 뒤쳐지 ㄴ
뒤통수 NNG 뒤/NNG 통수/NNG
뒤틀린 VV+ETM 뒤틀리 ㄴ
뒤흔드 VV 뒤흔들
뒤흔든 VV+ETM 뒤흔들 ㄴ
뒷골목 NNG 뒷/MM 골목/NNG
뒷마무리 NNG 뒷/MM 마무리/NNG
뒷맛 NNG 뒷/MM 맛/NNG
뒷모습 NNG 뒷/MM 모습/NNG
뒷받침 NNG 뒷/MM 받침/NNG
뒷부분 NNG 뒷/MM 부분/NNG
뒷심 NNG 뒷/MM 심/NNG
뒷얘기 NNG 뒷/MM 얘기/NNG
뒷이야기 NNG 뒷/MM 이야기/NNG
뒷전 NNG 뒷/MM 전/NNG
뒹구 VV 뒹굴
드 EC+VV 어 들
드 VX 들
드라 VCP+EF 이 드라
드라만데 NNG+VCP+EC 드라마 이 ㄴ데
드러나 VV+EC 드러나 아
드러난 VV+ETM 드러나 ㄴ
드러난다 VV+EC 드러나 ㄴ다
드러난다 VV+EF 드러나 ㄴ다
드러남 VV+ETN 드러나 ㅁ
드러났 VV+EP 드러나 았
드러내 VV+EC 드러내 어
드러낸 VV+ETM 드러내 ㄴ
드러낸다 VV+EF 드러내 ㄴ다
드러낼 VV+ETM 드러내 ㄹ
드러냈 VV+EP 드러내 었
드러운 VA+ETM 드럽 은
드러워 VA+EC 드럽 어
드려 VV+EC 드리 어
드려야 VV+EC 드리 ㅓ야
드려야 VX+EC 드리 어야
드려요 VV+EC 드리 어요
드려요 VV+EF 드리 어요
드려요 VX+EF 드리 어요
드렸 VV+EP 드리 었
드렸 VX+EP 드리 었
드리워진 VV+EC+VX+ETM 드리우 어 지 ㄴ
드린 VV+ETM 드리 ㄴ
드린 VX+ETM 드리 ㄴ
드린다 VV+EC 드리 ㄴ다
드린다 VV+EF 드리 ㄴ다
드릴 VV+ETM 드리 ㄹ
드릴 VX+ETM 드리 ㄹ
드릴게요 VV+EC 드리 ㄹ게요
드릴게요 VV+EF 드리 ㄹ게요
드릴게요 VX+EF 드리 ㄹ게요
드릴께요 VV+EF 드리 ㄹ께요
드릴께요 VX+EF 드리 ㄹ께요
드림 VV+ETM 드리 ㄴ
드림 VV+ETN 드리 ㅁ
드림하이 NNP 드림/NNG 하이/NNG
드립니다 EC+VX+EF 어 드리 ㅂ니다
드립니다 VV+EC 드리 ㅂ니다
드립니다 VV+EF 드리 ㅂ니다
드립니다 VX+EC 드리 ㅂ니다
드립니다 VX+EF 드리 ㅂ니다
드만 VCP+EF 이 드만
드문 VA+ETM 드물 ㄴ
드문데 VA+EC 드물 ㄴ데
드물 VA+ETM 드물 ㄹ
드셈 VA+ETN 드세 ㅁ
드셨 VX+EP+EP 들 시 었
드신 VV+EP+ETM 들 시 ㄴ
득 XSN 들
든 VCP+EC 이 든
든 VCP+EF 이 든
든 VV 들
든 VV+ETM 들 ㄴ
든 VX 들
든게 VV+ETM+NNB+JKS 들 ㄴ 것 이
든다 VV+EC 들 ㄴ다
든다 VV+EF 들 ㄴ다
든다 VX+EC 들 ㄴ다
든다고 VV+EC 들 ㄴ다고
든다는 VV+EF+JX 들 ㄴ다 는
든다는 VV+ETM 들 ㄴ다는
든데 VCP+EF 이 든데
든지 VCP+EC 이 든지
들 VV+ETM 들 ㄹ
들 VX+ETM 들 ㄹ
들개 NNG 들/NNG 개/NNG
들뜬 VV+ETM 들뜨 ㄴ
들러 VV+EC 들르 어
들렀 VV+EP 들르 ㅓㅆ
들려 VV+EC 들리 어
들려 VV+EF 들리 ㅓ
들려서 VV+EC 들리 어서
들렸 VV+EP 들리 었
들린 VV+ETM 들리 ㄴ
들린다 VV+EF 들리 ㄴ다
들릴 VV+ETM 들리 ㄹ
들림 VV+ETN 들리 ㅁ
들어가 VV+EC 들어가 아
들어간 VV+ETM 들어가 ㄴ
들어간다 VV+EC 들어가 ㄴ다
들어간다 VV+EF 들어가 ㄴ다
들어간다는 VV+ETM 들어가 ㄴ다는
들어갈 VV+ETM 들어가 ㄹ
들어감 VV+ETN 들어가 ㅁ
들어갑니다 VV+EF 들어가 ㅂ니다
들어갔 VV+EP 들어가 았
들어낸 VV+ETM 들어내 ㄴ
들어도 VV+EC 듣 어도
들어라 VV+EC 듣 어라
들어라 VV+EF 듣 어라
들어선 VV+ETM 들어서 ㄴ
들어야 VV+EC 듣 어야
들어온 VV+ETM 들어오 ㄴ
들어온다 VV+EC 들어오 ㄴ다
들어온다 VV+EF 들어오 ㄴ다
들어올 VV+ETM 들어오 ㄹ
들어옴 VV+ETN 들어오 ㅁ
들어와 VV+EC 들어오 ㅏ
들어와서 VV+EC 들어오 아서
들어왔 VV+EP 들어오 았
들어준 VV+ETM 들어주 ㄴ
들어줄 VV+ETM 들어주 ㄹ
들었었는데 VV+EP+EC 듣 었었 는데
들여 VV+EC 들이 어
들여다 VV+EC 들이 어다
들여다본 VV+ETM 들여다보 ㄴ
들여다볼 VV+ETM 들여다보 ㄹ
들여서 VV+EC 들이 어서
들였 VV+EP 들이 었
들으니 VV+EC 듣 으니
들으니까 VV+EC 듣 으니까
들으러 VV+EC 듣 으러
들으며 VV+EC 듣 으며
들으면 VV+EC 듣 으면
들으면서 VV+EC 듣 으면서
들을수록 VV+EC 듣 을수록
들이미 VV 들이밀
들인 VV 들이
들인 VV+ETM 들이 ㄴ
들일 VV+ETM 들이 ㄹ
들임 VV+ETN 들이 ㅁ
들춰 VV+EC 들추 어
들킨 VV+ETM 들키 ㄴ
듬 VV 들
듯 VCP+EC 이 듯
듯한 VX+ETM 듯하 ㄴ
등골 NNG 등/NNG 골/NNG
등장인물 NNG 등장/NNG 인물/NNG
디 VCP+EF 이 디
딘데 NNG+VCP+EF 디 이 ㄴ데
따 VV+EC 따 아
따 VV+EF 따 아
따가운 VA+ETM 따갑 ㄴ
따라 VV+EC 따르 아
따라가 VV+EC 따라가 아
따라간 VV+ETM 따라가 ㄴ
따라간다 VV+EC 따라가 ㄴ다
따라간다 VV+EC+VX+EF 따르 아 가 ㄴ다
따라갈 VV+ETM 따라가 ㄹ
따라감 VV+ETN 따라가 ㅁ
따라갔 VV+EP 따라가 았
따라서 VV+EC 따르 ㅏ서
따라야 VV+EC 따르 아야
따라온다 VV+EF 따라오 ㄴ다
따라올 VV+ETM 따라오 ㄹ
따라한 VV+EC+VX+ETM 따르 아 하 ㄴ
따라했 VV+EP 따라하 ㅕㅆ
따랐 VV+EP 따르 았
따른 VV+ETM 따르 ㄴ
따른다 VV+EC 따르 ㄴ다
따른다 VV+EF 따르 ㄴ다
따를 VV+ETM 따르 ㄹ
따온 VV+ETM 따오 ㄴ
따왔 VV+EP 따오 았
따윈 NNB+JX 따위 ㄴ
따져 VV+EC 따지 ㅓ
따져서 VV+EC 따지 어서
따진다면 VV+EC 따지 ㄴ다면
따질 VV+ETM 따지 ㄹ
딴 VV+ETM 따 ㄴ
딴판 NNG 딴/NNG 판/NNG
딸 VV+ETM 따 ㄹ
딸내미 NNG 딸/NNG 내미/NNG
딸년 NNG 딸/NNG 년/NNG
딸래미 NNG 딸/NNG 래미/NNG
딸려 VV+EC 딸리 ㅓ
딸려서 VV+EC 딸리 어서
딸린 VV+ETM 딸리 ㄴ
딸린다 VV+EF 딸리 ㄴ다
딸림 VV+ETN 딸리 ㅁ
딸아이 NNG 딸/NNG 아이/NNG
땅콩 NNG 땅/NNG 콩/NNG
때려 VV+EC 때리 어
때려 VX+EC 때리 ㅓ
때려서 VV+EC 때리 어서
때렸 VV+EP 때리 었
때론 MAG+JX 때로 ㄴ
때리 VV+EC 때리 이
때린 VV+ETM 때리 ㄴ
때린다 VV+EC 때리 ㄴ다
때린다 VV+EF 때리 ㄴ다
때릴 VV+ETM 때리 ㄹ
때메 NNB+JKB 땜 에
때울 VV+ETM 때우 ㄹ
때워 VV+EC 때우 어
때웠 VV+EP 때우 었
땐 NNG+JX 때 ㄴ
땐가 NNG+VCP+EC 때 이 ㄴ가
땐데 NNG+VCP+EC 때 이 ㄴ데
땔 VV+ETM 때 ㄹ
땜 VV+ETN 때 ㅁ
땡겨 VV+EC 땡기 어
땡겼 VV+EP 땡기 었
땡긴다 VV+EC 땡기 ㄴ다
땡길 VV+ETM 땡기 ㄹ
떠 VV+EC 뜨 어
떠 VV+EP 뜨 ㅓ
떠나 VV+EC 떠나 아
떠나 VV+EF 떠나 아
떠나간 VV+ETM 떠나가 ㄴ
떠나보낸 VV+ETM 떠나보내 ㄴ
떠난 VV+ETM 떠나 ㄹ
떠난다 VV+EC 떠나 ㄴ다
떠난다 VV+EF 떠나 ㄴ다
떠난다는 VV+ETM 떠나 ㄴ다는
떠날 VV+ETM 떠나 ㄹ
떠남 VV+ETN 떠나 ㅁ
떠났 VV+EP 떠나 았
떠도 VV 떠돌
떠드 VV 떠들
떠들 VV+ETM 떠들 ㄹ
떠라 VV+EC 뜨 어라
떠서 VV+EC 뜨 어서
떠오른 VV+ETM 떠오르 ㄴ
떠오른다 VV+EC 떠오르 ㄴ다
떠오른다 VV+EF 떠오르 ㄴ다
떠오를 VV+ETM 떠오르 ㄹ
떠오름 VV+ETN 떠오르 ㅁ
떠오릅니다 VV+EF 떠오르 ㅂ니다
떠올라 VV+EC 떠오르 아
떠올라서 VV+EC 떠오르 아서
떠올랐 VV+EP 떠오르 았
떠올려 VV+EC 떠올리 어
떠올렸 VV+EP 떠올리 었
떠올릴 VV+ETM 떠올리 ㄹ
떠요 VV+EF 뜨 ㅓ요
떡밥 NNG 떡/NNG 밥/NNG
떡볶이 NNG 떡/NNG 볶이/NNG
떡잎 NNG 떡/NNG 잎/NNG
떡칠 NNG 떡/NNG 칠/NNG
떤 VV+ETM 떨 ㄴ
떨 VV+ETM 떨 ㄹ
떨려 VV+EC 떨리 어
떨려 VV+EF 떨리 ㅓ
떨렸 VV+EP 떨리 었
떨린다 VV+EF 떨리 ㄴ다
떨릴 VV+ETM 떨리 ㄹ
떨림 VV+ETN 떨리 ㅁ
떨어뜨려 VV+EC 떨어뜨리 어
떨어뜨린다 VV+EC 떨어뜨리 ㄴ다
떨어뜨린다 VV+EF 떨어뜨리 ㄴ다
떨어뜨림 VV+ETN 떨어뜨리 ㅁ
떨어져 VV+EC 떨어지 어
떨어져 VV+EF 떨어지 어
떨어져도 VV+EC 떨어지 어도
떨어져라 VV+EC 떨어지 어라
떨어져서 VV+EC 떨어지 어서
떨어져요 VV+EF 떨어지 어요
떨어졌 VV+EP 떨어지 었
떨어진 VV+ETM 떨어지 ㄴ
떨어진다 VV+EC 떨어지 ㄴ다
떨어진다 VV+EF 떨어지 ㄴ다
떨어진다고 VV+EC 떨어지 ㄴ다고
떨어진다는 VV+ETM 떨어지 ㄴ다는
떨어질 VV+ETM 떨어지 ㄹ
떨어질지 VV+EC 떨어지 ㄹ지
떨어짐 VV+ETN 떨어지 ㅁ
떨어집니다 VV+EF 떨어지 ㅂ니다
떨어트린 VV+ETM 떨어트리 ㄴ
떨쳐 VV+EC 떨치 어
떨쳐버릴 VV+EC+VX+ETM 떨치 어 버리 ㄹ
떨칠 VV+ETM 떨치 ㄹ
떳 VV+EP 뜨 었
떴 VV+EP 뜨 었
떼 VV+EC 떼 어
떼 VV+ETM 떼 ㄹ
뗀 VV+ETM 떼 ㄴ
뗄 VV+ETM 떼 ㄹ
똥개 NNG 똥/NNG 개/NNG
똥구멍 NNG 똥/NNG 구멍/NNG
똥물 NNG 똥/NNG 물/NNG
똥줄 NNG 똥/NNG 줄/NNG
똥차 NNG 똥/NNG 차/NNG
똥칠 NNG 똥/NNG 칠/NNG
똥파리 NNG 똥/NNG 파리/NNG
똥폼 NNG 똥/NNG 폼/NNG
뚝심 NNG 뚝/NNG 심/NNG
뚫려 VV+EC 뚫리 어
뚫린 VV+ETM 뚫리 ㄴ
뚱보 NNG 뚱/NNG 보/NNG
뛰어나 VV+EC 뛰어나 아
뛰어난 VA+ETM 뛰어나 ㄴ
뛰어날 VA+ETM 뛰어나 ㄹ
뛰어남 VA+ETN 뛰어나 ㅁ
뛰어납니다 VA+EF 뛰어나 ㅂ니다
뛰어났 VA+EP 뛰어나 았
뛰어났 VV+EP 뛰어나 았
뛰어내릴 VV+ETM 뛰어내리 ㄹ
뛰어드 VV 뛰어들
뛰어든 VV+ETM 뛰어들 ㄴ
뛰쳐 VV+EC 뛰치 어
뛰쳐나온 VV+ETM 뛰쳐나오 ㄴ
뛰쳐나왔 VV+EP 뛰쳐나오 았
뛴 VV+ETM 뛰 ㄴ
뛴다 VV+EC 뛰 ㄴ다
뛴다 VV+EF 뛰 ㄴ다
뛸 VV+ETM 뛰 ㄹ
뜨거운 VA+ETM 뜨겁 ㄴ
뜨거울 VA+ETM 뜨겁 을
뜨거움 VA+ETN 뜨겁 ㅁ
뜨거워 VA+EC 뜨겁 어
뜨거웠 VA+EP 뜨겁 었
뜬 VV+ETM 뜨 ㄴ
뜬구름 NNG 뜬/NNG 구름/NNG
뜬금 NNG 뜬/NNG 금/NNG
뜬다 VV+EC 뜨 ㄴ다
뜬다 VV+EF 뜨 ㄴ다
뜰 VV+ETM 뜨 ㄹ
뜸 VV+ETN 뜨 ㅁ
뜻밖 NNG 뜻/NNG 밖/NNG
띄워 VV+EC 띄우 어
띈 VV+ETM 띄 ㄴ
띈다 VV+EC 띄 ㄴ다
띈다 VV+EF 띄 ㄴ다
띤 VV+ETM 띠 ㄴ
띨 VV+ETM 띠 ㄹ
라 VCP 이
라 VCP+EC 이 라
라 VCP+EF 이 라
라고 VCP+EC 이 라고
라고 VCP+EF 이 라고
라곤 EC+JX 라고 ㄴ
라곤 JKQ+JX 라고 ㄴ
라곤 VCP+EC+ETM 이 라고 ㄴ
라곤 VCP+EC+JX 이 라고 ㄴ
라구 VCP+EC 이 라구
라기 VCP+ETN 이 라기
라길래 VCP+ETN+VCP+EC 이 라기 이 ㄹ래
라나 VCP+EC 이 라나
라나 VCP+EF 이 라나
라네 VCP+EC 이 라네
라네 VCP+EF 이 라네
라뇨 EC+EF 라니 오
라느니 VCP+EC 이 라느니
라는 VCP+ETM 이 라는
라는데 VCP+EF 이 라는데
라는지 VCP+EC 이 라는지
라니 VCP+EC 이 라니
라니 VCP+EF 이 라니
라니까 VCP+EC 이 라니까
라니깐 VCP+EF 이 라니깐
라니요 VCP+EF 이 라니요
라더니 VCP+EC 이 라더니
라던데 VCP+EC 이 라던데
라던데 VCP+EF 이 라던데
라도 VCP+EC 이 라도
라도 VCP+EF 이 라도
라디오스타 NNP 라디오/NNG 스타/NNG
라며 VCP+EC 이 라며
라며 VCP+EF 이 라며
라면 VCP+EC 이 라면
라면 VCP+EF 이 라면
라면서 VCP+EC 이 라면서
라서 VCP+EC 이 라서
라서 VCP+EF 이 라서
라요 VCP+EC 이 라요
라인업 NNG 라인/NNG 업/NNG
라지만 VCP+EC 이 라지만
락 VCP+EC 이 락
락할 EC+XSV+ETM ㄹ락 하 ㄹ
란 VCP+EF 이 란
란 VCP+ETM 이 란
란다 VCP+EF 이 란다
랄 VCP+ETM 이 랄
랄까 VCP+EC 이 랄까
랄까 VCP+EF 이 랄까
랄까요 VCP+EF 이 랄까요
람 VCP+EC 이 람
람 VCP+EF 이 람
랍니다 VCP+EC 이 랍니다
랍니다 VCP+EF 이 랍니다
랍시고 VCP+EC 이 랍시고
랑께 VCP+EC 이 랑께
래 VCP+EC 이 래
래 VCP+EF 이 래
래서 VCP+EC 이 래서
래요 VCP+EC 이 래요
래요 VCP+EF 이 래요
랬 EC+EP 라 았
랬 VCP+UNA 이 랬
랬는 VCP+EC+VV+EP+ETM 이 라 하 았 는
러 VCP+EC 이 러
러니 VCP+EC 이 러니
러브스토리 NNP 러브/NNG 스토리/NNG
러시아어 NNP 러시아/NNP 어/NNG
러시아워 NNG 러시/NNG 아워/NNG
러진 VV+ETM 부러지 ㄴ
런 VCP+ETM 이 런
려 VCP+EC 이 려
려고 VCP+EC 이 려고
려니 VCP+EC 이 려니
려니 VCP+EF 이 려니
렷다 VCP+EF 이 렷다
렸 NA+EP 리 었
렸으나 EC+VX+EP+EC 려 하 았 으나
로구나 VCP+EC 이 로구나
로구나 VCP+EF 이 로구나
로군 VCP+EF 이 로군
로군요 VCP+EF 이 로군요
로그인한 NNG+XSV+ETM 로근인 하 ㄴ
로다 VCP+EC 이 로다
로다 VCP+EF 이 로다
로마인 NNP 로마/NNP 인/NNG
로선 JKB+JX 로서 ㄴ
로썬 JKB+JX 로써 ㄴ
로왔 XSA+EP 롭 았
로우 XSA 롭
로운 XSA+ETM 롭 ㄴ
로운데 XSA+EC 롭 ㄴ데
로울 XSA+ETM 롭 ㄹ
로움 XSA+ETN 롭 ㅁ
로워 XSA+EC 롭 어
로워서 XSA+EC 롭 어서
로워요 XSA+EC 롭 어요
로웠 XSA+EP 롭 었
로웠으나 XSA+EP+EC 롭 었 으나
로키 NNG 로/NNG 키/NNG
론 JKB+JX 로 ㄴ
론가 JKB+VCP+EC 로 이 ㄴ가
롤러코스터 NNG 롤러/NNG 코스터/NNG
륜 XSN+VCP+ETM 류 이 ㄴ
를 NNG+JKO 의대 를
리 VCP+EP 이 리
리더십 NNG 리더/NNG 십/NNG
리듬감 NNG 리듬/NNG 감/NNG
리만치 ETM+NNB+JKB ㄹ 리 만치
립싱크 NNG 립/NNG 싱크/NNG
릿 NNB 리
마 EC+VV 아 말
마 VV+EC 말 아
마 VV+EF 말 ㅏ
마 VX+EC 말 아
마 VX+EF 말 ㅏ
마구잡이 NNG 마구/NNG 잡이/NNG
마다 NNG+JX 점 마다
마다 VV+EC 말 나
마라 VV+EC 말 아라
마라 VV+EF 말 아라
마라는 VX+ETM 말 아라는
마른 VV+ETM 마르 ㄴ
마무리지 VV 마무리짓
마법사 NNG 마법/NNG 사/NNG
마법소녀 NNP 마법/NNG 소녀/NNG
마세요 VV+EP+EC 말 시 어요
마세요 VV+EP+EF 말 시 어요
마세요 VX+EP+EC 말 시 어요
마세요 VX+EP+EF 말 시 어요
마셔 VV+EC 마시 어
마셨 VV+EP 마시 었
마쇼 VV+EP+EC 말 시 오
마술사 NNG 마술/NNG 사/NNG
마신 VV+ETM 마시 ㄴ
마실 VV+ETM 마시 ㄹ
마요 VV+EF 말 ㅏ요
마음가짐 NNG 마음/NNG 가짐/NNG
마음속 NNG 마음/NNG 속/NNG
마음씨 NNG 마음/NNG 씨/NNG
마져 MAG 마저
마주친 VV+ETM 마주치 ㄴ
마주칠 VV+ETM 마주치 ㄹ
마주한 VV+ETM 마주하 ㄴ
마주할 VV+ETM 마주하 ㄹ
마친 VV+ETM 마치 ㄴ
마침표 NNG 마침/NNG 표/NNG
막말 NNG 막/NNG 말/NNG
막바지 NNG 막/NNG 바지/NNG
막판 NNG 막/NNG 판/NNG
막혀 VV+EC 막히 어
막혀서 VV+EC 막히 어서
막혔 VV+EP 막히 었
막힌 VV+ETM 막히 ㄴ
막힌다 VV+EC 막히 ㄴ다
막힌다 VV+EF 막히 ㄴ다
막힐 VV+ETM 막히 ㄹ
막힘 VV+ETN 막히 ㅁ
만 EP+EC 었 지만
만 VV+ETM 말 ㄴ
만 VX 말
만 VX+ETM 말 ㄴ
만나 VV+EC 만나 아
만난 VV+ETM 만나 ㄴ
만난다 VV+EF 만나 ㄴ다
만난다는 VV+ETM 만나 ㄴ다는
만난다면 VV+EC 만나 ㄴ다면
만날 VV+ETM 만나 ㄹ
만났 VV+EP 만나 았
만드 VX 만들
만드세요 VV+EP+EC 만들 시 어요
만드세요 VV+EP+EF 만들 시 어요
만드셨 VV+EP+EP 만들 시 었
만드신 VV+EP+ETM 만들 시 ㄴ
만든 VV+ETM 만들 ㄴ
만든다 VV+EC 만들 ㄴ다
만든다고 VV+EC 만들 ㄴ다고
만든다는 VX+ETM 만들 ㄴ다는
만든다면 VV+EC 만들 ㄴ다면
만든지 VV+EC 만들 ㄴ지
만들 VV+ETM 만들 ㄹ
만듦새 NNG 만듦/NNG 새/NNG
만듭니다 VV+EC 만들 ㅂ니다
만져 VV+EC 만지 어
만족감 NNG 만족/NNG 감/NNG
만질 VV+ETM 만지 ㄹ
만하다 ETM+NNB+XSA+EC ㄹ 만 하 다
만한 ETM+NNB+XSA+ETM ㄹ 만 하 ㄴ
만한 VX+ETM 만하 ㄴ
만한데 VX+EF 만하 ㄴ데
만화책 NNG 만화/NNG 책/NNG
말 VV+ETM 말 ㄹ
말 VX+EC 말 ㄹ
말 VX+ETM 말 ㄹ
말걸 VV+EF 마 ㄹ걸
말길 NNG 말/NNG 길/NNG
말라 VV+EC 마르 아
말라 VV+EF 마르 아
말라버린 VV+EC+VX+ETM 마르 아 버리 ㄴ
말라서 VV+EC 마르 아서
말랐 VV+EP 마르 았
말려 VV+EC 말리 어
말릴 VV+ETM 말리 ㄹ
말자 NNG 말/NNG 자/NNG
말장난 NNG 말/NNG 장난/NNG
말죽거리 NNP 말죽/NNG 거리/NNG
말투 NNG 말/NNG 투/NNG
맘속 NNG 맘/NNG 속/NNG
맛깔 NNG 맛/NNG 깔/NNG
맛나 VA+EC 맛나 아
맛난 VA+ETM 맛나 ㄴ
맛본 VV+ETM 맛보 ㄴ
맛볼 VV+ETM 맛보 ㄹ
맛집 NNG 맛/NNG 집/NNG
망가뜨릴 VV+ETM 망가뜨리 ㄹ
망가져 VV+EC 망가지 어
망가졌 VV+EP 망가지 었
망가진 VV+ETM 망가지 ㄴ
망가질 VV+ETM 망가지 ㄹ
망가짐 VV+ETN 망가지 ㅁ
망설여 VV+EC 망설이 어
망설였 VV+EP 망설이 었
망설임 VV+ETN 망설이 ㅁ
망쳐 VV+EC 망치 어
망쳐놨 VV+EC+VX+EP 망치 어 놓 았
망쳐도 VV+EC 망치 어도
망쳐버렸 VV+EC+VX+EP 망치 어 버리 었
망쳤 VV+EP 망치 었
망친 VV+ETM 망치 ㄴ
망친다 VV+EC 망치 ㄴ다
망친다 VV+EF 망치 ㄴ다
망칠 VV+ETM 망치 ㄹ
망한 VV+EC 망하 ㄴ
망한 VV+ETM 망하 ㄴ
망한다 VV+EC 망하 ㄴ다
망한다 VV+EF 망하 ㄴ다
망한다는 VV+ETM 망하 ㄴ다는
망할 VV+ETM 망하 ㄹ
망함 VV+ETN 망하 ㅁ
망해 VA+EC 망하 ㅕ
망해 VV+EC 망하 아
망해도 VV+EC 망하 아도
망해라 VV+EC 망하 아라
망해서 VV+EC 망하 아서
망했 VV+EP 망하 았
맞물려 VV+EC 맞물리 어
맞물려서 VV+EC 맞물리 어서
맞서 VV+EC 맞서 어
맞선 VV+ETM 맞서 ㄴ
맞설 VV+ETM 맞서 ㄹ
맞아떨어진 VV+ETM 맞아떨어지 ㄴ
맞아떨어진다 VV+EF 맞아떨어지 ㄴ다
맞짱 NNG 맞/NNG 짱/NNG
맞춘 EC+VV+ETM 아 맞추 ㄴ
맞춘 VV+ETM 맞추 ㄴ
맞출 VV+ETM 맞추 ㄹ
맞출려고 VV+EC 맞추 ㄹ려고
맞춤 VV+EC 맞추 ㅁ
맞춤법 NNG 맞춤/NNG 법/NNG
맞춰 EC+VV+EC 아 맞추 어
맞춰 VV+EC 맞추 어
맞춰서 VV+EC 맞추 어서
맞춰야 VV+EC 맞추 어야
맞춰져 VV+EC+VX+EC 맞추 어 지 어
맞춰졌 VV+EC+VX+EP 맞추 어 지 었
맞춰진 VV+EC+VX+ETM 맞추 어 지 ㄴ
맞췄 VV+EP 맞추 었
맡겨 VV+EC 맡기 어
맡긴 VV+ETM 맡기 ㄴ
맡긴다는 VV+ETM 맡기 ㄴ다는
매 VV+EC 매 어
매 VV+EF 매 어
매개체 NNG 매개/NNG 체/NNG
매겨 VV+EC 매기 어
매겼 VV+EP 매기 었
매국노 NNG 매국/NNG 노/NNG
매긴 VV+ETM 매기 ㄴ
매길 VV+ETM 매기 ㄹ
매끄러운 VA+ETM 매끄럽 ㄴ
매끄러웠 VA+EP 매끄럽 었
매달려 VV+EC 매달리 어
매듭지 VV 매듭짓
매서운 VA+ETM 매섭 ㄴ
매운 VA+ETM 맵 ㄴ
매인 VV+ETM 매이 ㄴ
매춘부 NNG 매춘/NNG 부/NNG
맨 VV+EF 매 ㄴ
맨 VV+ETM 매 ㄴ
맨몸 NNG 맨/NNG 몸/NNG
맬 VV+ETM 매 ㄹ
맴도 VV 맴돌
맴돈 VV+ETM 맴돌 ㄴ
맴돌 VV+ETM 맴돌 ㄹ
맹물 NNG 맹/NNG 물/NNG
맹탕 NNG 맹/NNG 탕/NNG
맹한 VA+ETM 맹하 ㄴ
맺혔 VV+EP 맺히 었
맺힌 VV+ETM 맺히 ㄴ
머 VA 멀
머 VCP+EC 이 머
머 VV 멀
머나먼 VA+ETM 머나멀 ㄴ
머리카락 NNG 머리/NNG 카락/NNG
머리통 NNG 머리/NNG 통/NNG
머릴 NNG+JKO 머리 ㄹ
머릿속 NNG 머릿/NNG 속/NNG
머무를 VV+ETM 머무르 ㄹ
머문 VV+ETM 머물 ㄴ
머물 VV+ETM 머물 ㄹ
머물러 VV+EC 머무르 어
먹먹해 VA+EC 먹먹하 아
먹방 NNG 먹/NNG 방/NNG
먹여 VV+EC 먹이 어
먹인 VV+ETM 먹이 ㄴ
먹칠 NNG 먹/NNG 칠/NNG
먹혀 VV+EC 먹히 어
먹혔 VV+EP 먹히 ㅓㅆ
먹힌 VV+ETM 먹히 ㄴ
먹힌다 VV+EF 먹히 ㄴ다
먹힐 VV+ETM 먹히 ㄹ
먼 VA+ETM 멀 ㄴ
먼가 NP+VCP+EC 머 이 ㄴ가
먼가 NP+VCP+EF 머 이 ㄴ가
먼데 NP+VCP+EC 뭐 이 ㄴ데
멀 NP+JKO 머 ㄹ
멀 VA+ETM 멀 ㄹ
멈춘 VV+ETM 멈추 ㄴ
멈출 VV+ETM 멈추 ㄹ
멈춤 VV+ETN 멈추 ㅁ
멈춰 VV+EC 멈추 어
멈춰야 VV+EC 멈추 어야
멈췄 VV+EP 멈추 었
멋드러진 VA+ETM 멋들어지 ㄴ
멋들어진 VA+ETM 멋들어지 ㄴ
멋쟁이 NNG 멋/NNG 쟁이/NNG
멋져 VA+EC 멋지 ㅓ
멋져 VA+EF 멋지 어
멋져 VV+EC 멋지 ㅓ
멋져서 VA+EC 멋지 어서
멋져요 VA+EC 멋지 어요
멋져요 VA+EF 멋지 어요
멋졌 VA+EP 멋지 ㅓㅆ
멋진 VA+ETM 멋지 ㄴ
멋진데 VA+EC 멋지 ㄴ데
멋진데 VA+EF 멋지 ㄴ데
멋질 VA+ETM 멋지 ㄹ
멍한 VA+ETM 멍하 ㄴ
멍해 VV+EC 멍하 ㅕ
멍했 VA+EP 멍하 았
메 VV+EC 메 어
메꿔 VV+EC 메꾸 어
메마른 VA+ETM 메마르 ㄴ
메말라 VA+EC 메마르 아
메말랐 VA+EP 메마르 았
메인 VV 메이
메인 VV+ETM 메이 ㄴ
메일 VV+ETM 메이 ㄹ
멘 VV+ETM 메 ㄴ
멜 VV+ETM 메 ㄹ
멜로드라마 NNG 멜로/NNP 드라마/NNG
며 VCP+EC 이 며
며 VCP+EF 이 며
멱살 NNG 멱/NNG 살/NNG
면 VCP+EC 이 면
면 VCP+EF 이 면
면서 VCP+EC 이 면서
면서도 VCP+EC 이 면서도
면은 VCP+EC 이 면은
명감독 NNG 명/NNG 감독/NNG
명대사 NNG 명/NNG 대사/NNG
명배우 NNG 명/NNG 배우/NNG
명연기 NNG 명/NNG 연기/NNG
명장면 NNG 명/NNG 장면/NNG
명탐정 NNG 명/NNG 탐정/NNG
몇일 NNG 몇/NNG 일/NNG
모난 VA+ETM 모나 ㄴ
모는 VV+ETM 모으 는
모래시계 NNG 모래/NNG 시계/NNG
모른 VV+ETM 모르 ㄴ
모른다 VV+EC 모르 ㄴ다
모른다 VV+EF 모르 ㄴ다
모른다고 VV+EC 모르 ㄴ다고
모른다는 VV+ETM 모르 ㄴ다는
모른다면 VV+EC 모르 ㄴ다면
모른단 VV+ETM 모르 ㄴ단
모를 VV+ETM 모르 ㄹ
모를까 VV+EC 모르 ㄹ까
모를까 VV+EF 모르 ㄹ까
모름 VV+ETN 모르 ㅁ
모릅니다 VV+EC 모르 ㅂ니다
모릅니다 VV+EF 모르 ㅂ니다
모리 VV+VCP 모르 이
모모 NNG 모/NNG 모/NNG
모성애 NNG 모성/NNG 애/NNG
모셔 VV+EC 모시 어
모아 VV+EC 모으 아
모아놨 VV+EC+VX+EP 모으 아 놓 았
모아서 VV+EC 모으 아서
모았 VV+EP 모으 았
모양새 NNG 모양/NNG 새/NNG
모여 VV+EC 모이 어
모여서 VV+EC 모이 어서
모였 VV+EP 모이 었
모은 VV+ETM 모으 ㄴ
모음 VV+ETN 모으 ㅁ
모인 VV+ETM 모이 ㄴ
모일 VV+ETM 모이 ㄹ
모자라 VV+EC 모자라 아
모자란 VV+ETM 모자라 ㄴ
모자란다 VV+EF 모자라 ㄴ다
모자랄 VV+ETM 모자라 ㄹ
모자람 VV+ETN 모자라 ㅁ
모자랍니다 VV+EF 모자라 ㅂ니다
모자랐 VV+EP 모자라 았
모자른 VV+ETM 모자르 ㄴ
모지 VV+EC 모으 지
모진 VA+ETM 모질 ㄴ
모험담 NNG 모험/NNG 담/NNG
모험심 NNG 모험/NNG 심/NNG
목걸이 NNG 목/NNG 걸이/NNG
목격자 NNG 목격/NNG 자/NNG
목마른 VA+ETM 목마르 ㄴ
목말라 VA+EC 목마르 아
목소리 NNG 목/NNG 소리/NNG
목숨 NNG 목/NNG 숨/NNG
목요일 NNG 목/NNG 요일/NNG
목욕탕 NNG 목욕/NNG 탕/NNG
몬 VV 몰
몬 VV+ETM 몰 ㄴ
몰 VV+ETM 몰 ㄹ
몰라 VV+EC 모르 아
몰라 VV+EF 모르 아
몰라도 VV+EC 모르 아도
몰라도 VV+EF 모르 아도
몰라라 VV+EC 모르 아라
몰라서 VV+EC 모르 아서
몰라요 VV+EC 모르 아요
몰라요 VV+EF 모르 ㅏ요
몰랐 VV+EP 모르 았
몰랐다 VV+EP 모르 ㅏㅆ
몰랐었 VV+EP 모르 았었
몰려 VV+EC 몰리 어
몰려온다 VV+EF 몰려오 ㄴ다
몰려왔 VV+EP 몰려오 았
몰렸 VV+EP 몰리 었
몰린 VV+ETM 몰리 ㄴ
몰상식 NNG 몰/NNG 상식/NNG
몰아간 VV+ETM 몰아가 ㄴ
몰아친다 VV+EF 몰아치 ㄴ다
몸값 NNG 몸/NNG 값/NNG
몸놀림 NNG 몸/NNG 놀림/NNG
몸매 NNG 몸/NNG 매/NNG
몸부림 NNG 몸/NNG 부림/NNG
몸짓 NNG 몸/NNG 짓/NNG
못나 VA+EC 못나 아
못난 VA+ETM 못나 ㄴ
못돼 VA+EC 못되 어
못된 VA+ETM 못되 ㄴ
못됨 VV+ETN 못되 ㅁ
못사 VV 못살
못살 VV+ETM 못살 ㄹ
못생겼 VA+EP 못생기 었
못생겼 VV+EP 못생기 ㅓㅆ
못생긴 VA+ETM 못생기 ㄴ
못생김 VA+ETN 못생기 ㅁ
못지 VA+EC 못하 지
못한 VV+ETM 못하 ㄴ
못한 VX+ETM 못하 ㄴ
못한다 VX+EC 못하 ㄴ다
못한다 VX+EF 못하 ㄴ다
못한다고 VX+EC 못하 ㄴ다고
못한다는 VX+ETM 못하 ㄴ다는
못한다면 VX+EC 못하 ㄴ다면
못할 VX+ETM 못하 ㄹ
못할까 VX+EF 못하 ㄹ까
못함 VA+ETN 못하 ㅁ
못함 VV+ETN 못하 ㅁ
못함 VX+ETN 못하 ㅁ
못해 VX+EC 못하 아
못해 VX+EF 못하 ㅕ
못해도 VX+EC 못하 아도
못해서 VX+EC 못하 아서
못해서 VX+EF 못하 아서
못해요 VX+EC 못하 아요
못했 VX+EP 못하 았
못했었 VX+EP 못하 았었
못했을까 VX+EP+EC 못하 았 을까
몽상가 NNG 몽상/NNG 가/NNG
묘한 VA+ETM 묘하 ㄴ
묘했 VA+EP 묘하 ㅕㅆ
무 VV 물
무간도 NNG 무간/NNG 도/NNG
무감각 NNG 무/NNG 감각/NNG
무거우 VA 무겁
무거운 VA+ETM 무겁 ㄴ
무거운 VA+ETN 무겁 은
무거울 VA+ETM 무겁 ㄹ
무거움 VA+ETN 무겁 ㅁ
무거워 VA+EC 무겁 어
무거워서 VA+EC 무겁 어서
무거웠 VA+EP 무겁 었
무기력 NNG 무/NNG 기력/NNG
무너 VV+EC 무느 어
무너뜨린 VV+ETM 무너뜨리 ㄴ
무너뜨린다 VV+EF 무너뜨리 ㄴ다
무너져 VV+EC 무너지 어
무너졌 VV+EP 무너지 었
무너진 VV+ETM 무너지 ㄴ
무너진다 VV+EC 무너지 ㄴ다
무너진다 VV+EF 무너지 ㄴ다
무너질 VV+ETM 무너지 ㄹ
무너짐 VV+ETN 무너지 ㅁ
무더운 VA+ETM 무덥 ㄴ
무뎌 VA+EC 무디 어
무뎌져 VA+EC+VX+EC 무디 어 지 어
무뎌졌 VA+EC+VX+EP 무디 어 지 었
무뎌진 VA+EC+VX+ETM 무디 어 지 ㄴ
무딘 VA+ETM 무디 ㄴ
무리수 NNG 무리/NNG 수/NNG
무미건조 NNG 무미/NNG 건조/NNG
무법자 NNG 무법/NNG 자/NNG
무분별 NNG 무/NNG 분별/NNG
무서 VA 무섭
무서 VA+EF 무섭 어
무서버 VA+EC 무섭 어
무서우 VA 무섭
무서운 VA+ETM 무섭 ㄴ
무서운데 VA+EC 무섭 ㄴ데
무서운지 VA+EC 무섭 ㄴ지
무서울 VA+ETM 무섭 ㄹ
무서움 VA+ETN 무섭 ㅁ
무서워 VA+EC 무섭 어
무서워 VA+EF 무섭 어
무서워서 VA+EC 무섭 어서
무서워요 VA+EC 무섭 어요
무서워요 VA+EF 무섭 어요
무서워진다 VA+EC+VX+EF 무섭 어 지 ㄴ다
무서워했 VA+EC+VX+EP 무섭 어 하 았
무서웠 VA+EP 무섭 었
무서웠어 VA+EP+EF 무섭 었 어
무성의 NNG 무/NNG 성의/NNG
무신론자 NNG 무신/NNG 론/NNG 자/NNG
무언가 NNG 무언/NNG 가/NNG
무언가 NP+VCP+EC 무엇 이 ㄴ가
무언가 NP+VCP+EF 무어 이 ㄴ가
무언갈 NP+VCP+EC+JKO 무엇 이 ㄴ가 ㄹ
무언지 NP+VCP+EC 무엇 이 ㄴ지
무얼 NP+JKO 무엇 ㄹ
무얼하고 NP+JKO+VV+EC 무엇 ㄹ 하 고
무의미 NNG 무/NNG 의미/NNG
무의식 NNG 무/NNG 의식/NNG
무인도 NNG 무인/NNG 도/NNG
무조건 NNG 무/NNG 조건/NNG
무지한 NNG 무지/NNG 한/NNG
무채색 NNG 무채/NNG 색/NNG
무표정 NNG 무/NNG 표정/NNG
무한대 NNG 무한/NNG 대/NNG
무한도전 NNP 무한/NNG 도전/NNG
무협물 NNG 무협/NNG 물/NNG
무협지 NNG 무협/NNG 지/NNG
묵시록 NNG 묵시/NNG 록/NNG
묵혀 VV+EC 묵히 어
묶여 VV+EC 묶이 어
문 VV+ETM 물 ㄴ
문가 NNG 문/NNG 가/NNG
문소리 NNG 문/NNG 소리/NNG
문외한 NNG 문외/NNG 한/NNG
문제작 NNG 문제/NNG 작/NNG
문제점 NNG 문제/NNG 점/NNG
문턱 NNG 문/NNG 턱/NNG
묻어나 VV+EC 묻어나 아
묻어난 VV+ETM 묻어나 ㄴ
묻어난다 VV+EF 묻어나 ㄴ다
묻어났 VV+EP 묻어나 았
묻혀 VV+EC 묻히 어
묻혀서 VV+EC 묻히 어서
묻혔 VV+EP 묻히 었
묻힌 VV+ETM 묻히 ㄴ
묻힐 VV+ETM 묻히 ㄹ
물감 NNG 물/NNG 감/NNG
물결 NNG 물/NNG 결/NNG
물고기 NNG 물/NNG 고기/NNG
물드 VV 물들
물든 VV+ETM 물들 ㄴ
물려 VV+EC 물리 어
물론 MAG 몰론
물리학 NNG 물리/NNG 학/NNG
물림 VV+ETN 물리 ㅁ
물속 NNG 물/NNG 속/NNG
물어내 VV+EF 물어내 어
물어볼 VV+ETM 물어보 ㄹ
물오른 VV+ETM 물오르 ㄴ
물으면 VV+EC 묻 으면
물음표 NNG 물음/NNG 표/NNG
물타기 NNG 물/NNG 타기/NNG
뭉개 VV+EC 뭉개 아
뭉쳐 VV+EC 뭉치 어
뭉쳐서 VV+EC 뭉치 어서
뭉쳤 VV+EP 뭉치 었
뭉친 VV+ETM 뭉치 ㄴ
뭐야 NP+VCP+EC 무엇 이 야
뭐한 VV+ETM 뭐하 ㄴ
뭔 NP+JX 뭐 ㄴ
뭔 NP+VCP 뭐 이
뭔가 NP+VCP+EC 뭐 이 ㄴ가
뭔가 NP+VCP+EF 뭐 이 ㄴ가
뭔가요 NP+VCP+EF 뭐 이 ㄴ가요
뭔데 NP+VCP+EC 뭐 이 ㄴ데
뭔데 NP+VCP+EF 뭐 이 ㄴ데
뭔지 NP+VCP+EC 뭐 이 ㄴ지
뭔지 NP+VCP+EF 뭐 이 ㄴ지
뭔진 NP+VCP+EC+JX 뭐 이 ㄴ지 ㄴ
뭘 NP+JKO 무엇 ㄹ
뭘까 NP+VCP+EC 뭐 이 ㄹ까
뭘까 NP+VCP+EF 뭐 이 ㄹ까
뭘까요 NP+VCP+EF 뭐 이 ㄹ까요
뭘로 NP+JKB 뭐 ㄹ로
뭡니까 NP+VCP+EC 뭣 이 ㅂ니까
뭡니까 NP+VCP+EF 뭐 이 ㅂ니까
뭣하러 NP+VV+EC 무엇 하 러
므로써 ETN+JKB ㅁ 으로써
미 VV 밀
미 XPN 무
미국식 NNG+NNB 미국식 식
미국인 NNG 미국/NNG 인/NNG
미드나잇 NNP 미드/NNP 나잇/NNP
미뤄 VV+EC 미루 ㅓ
미뤘 VV+EP 미루 었
미성년 NNG 미/NNG 성년/NNG
미성년자 NNG 미/NNG 성년/NNG 자/NNG
미성숙 NNG 미/NNG 성숙/NNG
미소녀 NNG 미/NNG 소녀/NNG
미소년 NNG 미/NNG 소년/NNG
미술관 NNG 미술/NNG 관/NNG
미스코리아 NNP 미스/NNG 코리아/NNG
미식축구 NNG 미식/NNG 축구/NNG
미어진다 VV+EF 미어지 ㄴ다
미였 VV+EP 미이 었
미완성 NNG 미/NNG 완성/NNG
미우나 VA+EC 밉 으나
미운 VA+ETM 밉 ㄴ
미워 VA+EC 밉 어
미워도 VA+EC 밉 어도
미워할 VA+EC+VX+ETM 밉 아 하 ㄹ
미워할 VV+ETM 미워하 ㄹ
미웠 VA+EP 밉 었
미쳐 VV+EC 미치 어
미쳐서 VV+EC 미치 어서
미쳐야 VV+EC 미치 어야
미쳤 VV+EP 미치 었
미쳤었 VV+EP 미치 었었
미취학 NNG 미/NNG 취학/NNG
미친 VV+ETM 미치 ㄴ
미친년 NNG 미친/NNG 년/NNG
미친놈 NNG 미친/NNG 놈/NNG
미친다 VV+EC 미치 ㄴ다
미친다 VV+EF 미치 ㄴ다
미친다는 VV+ETM 미치 ㄴ다는
미칠 VV+ETM 미치 ㄹ
미침 VV+ETN 미치 ㅁ
미혼모 NNG 미혼/NNG 모/NNG
민 VV+ETM 밀 ㄴ
민간인 NNG 민간/NNG 인/NNG
민영화 NNG 민영/NNG 화/NNG
민족주의 NNG 민족/NNG 주의/NNG
민주당 NNP 민주/NNG 당/NNG
민주주의 NNG 민주/NNG 주의/NNG
믿겨 VV+EC 믿기 어
믿음 NNG 믿/NNG 음/NNG
밀 VV+ETM 밀 ㄹ
밀려 VV+EC 밀리 어
밀려서 VV+EC 밀리 어서
밀려온다 VV+EF 밀려오 ㄴ다
밀려왔 VV+EP 밀려오 았
밀렸 VV+EP 밀리 었
밀린 VV+ETM 밀리 ㄴ
밀폐 NNG+JX 밀폐 는
밉상 NNG 밉/NNG 상/NNG
밑바닥 NNG 밑/NNG 바닥/NNG
바꼈 VV+EP 바끼 었
바꾼 VV+ETM 바꾸 ㄴ
바꾼다 VV+EC 바꾸 ㄴ다
바꾼다 VV+EF 바꾸 ㄴ다
바꿀 VV+ETM 바꾸 ㄹ
바꿔 VV+EC 바꾸 어
바꿔라 VV+EC 바꾸 어라
바꿔라 VV+EF 바꾸 어라
바꿔서 VV+EC 바꾸 어서
바꿔야 VV+EC 바꾸 어야
바꿨 VV+EP 바꾸 었
바꿨으면 VV+EP+EC 바꾸 었 으면
바뀐 VV+ETM 바뀌 ㄴ
바뀐다 VV+EC 바뀌 ㄴ다
바뀐다 VV+EF 바뀌 ㄴ다
바뀔 VV+ETM 바뀌 ㄹ
바뀜 VV+ETN 바뀌 ㅁ
바닷가 NNG 바닷/NNG 가/NNG
바닷속 NNG 바닷/NNG 속/NNG
바라 VV+EC 바라 아
바라본 VV+ETM 바라보 ㄴ
바라볼 VV+ETM 바라보 ㄹ
바라봐 VV+EC 바라보 아
바라봐야 VV+EC 바라보 아야
바라봤 VV+EP 바라보 았
바란 VV+ETM 바라 ㄴ
바란다 VV+EC 바라 ㄴ다
바란다 VV+EF 바라 ㄴ다
바란다면 VV+EC 바라 ㄴ다면
바랄 VV+ETM 바라 ㄹ
바람난 VV+ETM 바람나 ㄴ
바람둥이 NNG 바람/NNG 둥이/NNG
바랍니다 VV+EC 바라 ㅂ니다
바랍니다 VV+EF 바라 ㅂ니다
바랐 VV+EP 바라 았
바래 VV+EC 바래 어
바래 VV+EF 바라 아
바래요 VV+EF 바라 어요
바랜 VV+ETM 바래 ㄴ
바랬 VV+EC+EP 바라 아 었
바른 VA+ETM 바르 ㄴ
바빠 VA+EC 바쁘 아
바빠서 VA+EC 바쁘 아서
바빴 VA+EP 바쁘 았
바쁜 VA+ETM 바쁘 ㄴ
바쳐 VV+EC 바치 어
바쳤 VV+EP 바치 었
바친 VV+ETM 바치 ㄴ
바친다 VV+EC 바치 ㄴ다
바친다 VV+EF 바치 ㄴ다
바칠 VV+ETM 바치 ㄹ
바침 VV+ETN 바치 ㅁ
바칩니다 VV+EF 바치 ㅂ니다
바퀴벌레 NNG 바퀴/NNG 벌레/NNG
박물관 NNG 박물/NNG 관/NNG
박살난 VV+ETM 박살나 ㄴ
박장대소 NNG 박장/NNG 대소/NNG
박쥐 NNG 박/NNG 쥐/NNG
박진감 NNG 박진/NNG 감/NNG
박하사탕 NNG 박하/NNG 사탕/NNG
박한 VA+ETM 박하 ㄴ
박혀 VV+EC 박히 어
박혀서 VV+EC 박히 어서
박혔 VV+EP 박히 었
박힌 VV+ETM 박히 ㄴ
박힌다 VV+EF 박히 ㄴ다
박힐 VV+ETM 박히 ㄹ
밖엔 JX+JX 밖에 ㄴ
반가운 VA+ETM 반갑 ㄴ
반가움 VA+ETN 반갑 ㅁ
반가워요 VA+EF 반갑 어요
반가웠 VA+EP 반갑 었
반겨 VV+EC 반기 어
반담 NNG 반/NNG 담/NNG
반대편 NNG 반대/NNG 편/NNG
반딧불 NNG 반딧/NNP 불/NNG
반말 NNG 반/NNG 말/NNG
반올림 NNG 반/NNG 올림/NNG
반쪽 NNG 반/NNG 쪽/NNG
반타작 NNG 반/NNG 타작/NNG
반한 VV+ETM 반하 ㄴ
반할 VV+ETM 반하 ㄹ
반해 VV+EC 반하 아
반해서 VV+EC 반하 아서
반했 VV+EP 반하 았
받아들여 VV+EC 받아들이 어
받아들여야 VV+EC 받아들이 어야
받아들였 VV+EP 받아들이 었
받아들인 VV+ETM 받아들이 ㄴ
받아들일 VV+ETM 받아들이 ㄹ
받쳐 VV+EC 받치 어
받혀 VV+EC 받히 어
발 VA 밝
발가락 NNG 발/NNG 가락/NNG
발가벗겨 VV+EC 발가벗기 어
발걸음 NNG 발/NNG 걸음/NNG
발끝 NNG 발/NNG 끝/NNG
발라 VV+EC 바르 아
발라서 VV+EC 바르 아서
발랐 VV+EP 바르 았
발린 VV+ETM 발리 ㄴ
발목 NNG 발/NNG 목/NNG
발버둥 NNG 발/NNG 버둥/NNG
발자국 NNG 발/NNG 자국/NNG
발자취 NNG 발/NNG 자취/NNG
발차기 NNG 발/NNG 차기/NNG
발톱 NNG 발/NNG 톱/NNG
발판 NNG 발/NNG 판/NNG
발한 VV+ETM 발하 ㄴ
발한다 VV+EF 발하 ㄴ다
발했 VV+EP 발하 았
밝혀 VV+EC 밝히 어
밝혀져야 VV+EC+VX+EC 밝히 어 지 어야
밝혀졌 VV+EC+VX+EP 밝히 어 지 었
밝혀진 VV+EC+VX+ETM 밝히 어 지 ㄴ
밝혀질 VV+EC+VX+ETM 밝히 어 지 ㄹ
밝혔 VV+EP 밝히 었
밝힌 VV+ETM 밝히 ㄴ
밝힐 VV+ETM 밝히 ㄹ
밤새 NNG 밤/NNG 새/NNG
밤중 NNG 밤/NNG 중/NNG
밤하늘 NNG 밤/NNG 하늘/NNG
밥맛 NNG 밥/NNG 맛/NNG
밥상 NNG 밥/NNG 상/NNG
방관자 NNG 방관/NNG 자/NNG
방사능 NNG 방사/NNG 능/NNG
방송국 NNG 방송/NNG 국/NNG
방송사 NNG 방송/NNG 사/NNG
방황 NNG+XSV 방황 하
방황 NNG+XSV+ETM 방황 하 ㄹ
배 VV+EC 배 아
배고파 VA+EC 배고프 ㅏ
배고팠 VA+EP 배고프 았
배고픈 VA+ETM 배고프 ㄴ
배껴 VV+EC 배끼 어
배꼇 VV+EP 배끼 었
배꼽 NNG 배/NNG 꼽/NNG
배부른 VA+ETM 배부르 ㄴ
배신감 NNG 배신/NNG 감/NNG
배신자 NNG 배신/NNG 자/NNG
배심원 NNG 배심/NNG 원/NNG
배우자 NNG 배우/NNG 자/NNG
배운 VV+ETM 배우 ㄴ
배운다 VV+EF 배우 ㄴ다
배울 VV+ETM 배우 ㄹ
배울까 VV+EC 배우 ㄹ까
배움 VV+ETN 배우 ㅁ
배웁니다 VV+EF 배우 ㅂ니다
배워 VV+EC 배우 어
배워라 VV+EC 배우 어라
배워라 VV+EF 배우 어라
배워서 VV+EC 배우 어서
배워야 VV+EC 배우 ㅓ야
배웠 VV+EP 배우 었
배웠으면 VV+EP+EC 배우 었 으면
백만장자 NNG 백만/NNG 장자/NNG
백악관 NNG 백악/NNG 관/NNG
백치미 NNG 백치/NNG 미/NNG
백혈병 NNG 백혈/NNG 병/NNG
백화점 NNG 백화/NNG 점/NNG
밴 VV+ETM 배 ㄴ
밸 VV+ETM 배 ㄹ
뱃속 NNG 뱃/NNP 속/NNG
버 VV 벌
버거운 VA+ETM 버겁 ㄴ
버거울 VA+ETM 버겁 ㄹ
버거워 VA+EC 버겁 어
버금간다 VV+EF 버금가 ㄴ다
버금갈 VV+ETM 버금가 ㄹ
버려 EC+VX+EC 아 버리 어
버려 VV+EC 버리 어
버려 VV+EF 버리 어
버려 VX+EC 버리 어
버려 VX+EF 버리 ㅓ
버려라 VV+EC 버리 어라
버려라 VX+EC 버리 어라
버려라 VX+EF 버리 어라
버려서 EC+VX+EC 아 버리 어서
버려서 VV+EC 버리 어서
버려서 VX+EC 버리 어서
버려야 VV+EC 버리 어야
버려야 VV+EC+VX 버리 어야 하
버려진 VV+EC+VX+ETM 버리 어 지 ㄴ
버렷 VX+EF 버리 엇
버렸 EC+VX+EP 아 버리 었
버렸 VV+EP 버리 었
버렸 VX+EP 버리 었
버린 EC+VX+ETM 아 버리 ㄴ
버린 VV+ETM 버리 ㄴ
버린 VX+ETM 버리 ㄴ
버린다 EC+VX+EC 어 버리 ㄴ다
버린다 VV+EF 버리 ㄴ다
버린다 VX+EC 버리 ㄴ다
버린다 VX+EF 버리 ㄴ다
버린다는 VX+ETM 버리 ㄴ다는
버릴 VV+ETM 버리 ㄹ
버릴 VX+ETM 버리 ㄹ
버림 EC+VX+ETN 어 버리 ㅁ
버림 VV+ETN 버리 ㅁ
버림 VX+ETN 버리 ㅁ
버무려 VV+EC 버무리 어
버무려져 VV+EC+VX+EC 버무리 어 지 어
버무려졌 VV+EC+VX+EP 버무리 어 지 었
버무렸 VV+EP 버무리 었
버무린 VV+ETM 버무리 ㄴ
버텨 VV+EC 버티 어
버텼 VV+EP 버티 었
버틸 VV+ETM 버티 ㄹ
벅차 VA+EC 벅차 아
벅차올랐 VV+EP 벅차오르 았
벅찬 VA+ETM 벅차 ㄴ
벅찰 VA+ETM 벅차 ㄹ
벅참 VA+ETN 벅차 ㅁ
벅찼 VA+EP 벅차 았
번 VV+ETM 벌 ㄴ
벌 VV+ETM 벌 ㄹ
벌려 VV+EC 벌리 어
벌어졌 VV+EP 벌어지 었
벌어진 VV+ETM 벌어지 ㄴ
벌어질 VV+ETM 벌어지 ㄹ
벌어질지 VV+EC 벌어지 ㄹ지
벌어짐 VV+ETN 벌어지 ㅁ
벌여 VV+EC 벌이 어
벌인 VV+ETM 벌이 ㄴ
벌판 NNG 벌/NNG 판/NNG
범죄자 NNG 범죄/NNG 자/NNG
범한 VV+ETM 범하 ㄴ
범했 VV+EP 범하 았
벗겨 VV+EC 벗기 어
벗겨진 VV+ETM 벗겨지 ㄴ
벗길 VV+ETM 벗기 ㄹ
벗어나 VV+EC 벗어나 아
벗어난 VV+ETM 벗어나 ㄴ
벗어날 VV+ETM 벗어나 ㄹ
벗어났 VV+EP 벗어나 았
벚꽃 NNG 벚/NNG 꽃/NNG
베 VV+EC 베 어
베 VX+EC 베 어
베 VX+EF 베 어
베껴 VV+EC 베끼 어
베껴서 VV+EC 베끼 어서
베꼈 VV+EP 베끼 었
베낀 VV+ETM 베끼 ㄴ
베려 VV+EC 베리 ㅓ
베스트셀러 NNG 베스트/NNG 셀러/NNP
베인 VV+ETM 베이 ㄴ
베일 VV+ETM 베이 ㄹ
벤 VV+ETM 베 ㄴ
벨 VV+ETM 베 ㄹ
벼 VV+EC 비 ㅓ
벼 VX+EF 비 어
변치 VV+EC 변하 지
변한 VV+ETM 변하 ㄴ
변한다 VV+EC 변하 ㄴ다
변한다 VV+EF 변하 ㄴ다
변한다는 VV+ETM 변하 ㄴ다는
변할 VV+ETM 변하 ㄹ
변함 VV+ETN 변하 ㅁ
변해 VV+EC 변하 아
변해도 VV+EC 변하 아도
변해서 VV+EC 변하 아서
변했 VV+EP 변하 ㅕㅆ
변호사 NNG 변호/NNG 사/NNG
변호인 NNG 변호/NNG 인/NNG
별거 NNG 별/NNG 거/NNG
별것 NNG 별/NNG 것/NNG
별난 VA+ETM 별나 ㄴ
별다른 VA+ETM 별다르 ㄴ
별다를 VA+ETM 별다르 ㄹ
별론데 NNG+VCP+EC 별로 이 ㄴ데
별생각 NNG 별/NNG 생각/NNG
별일 NNG 별/NNG 일/NNG
별점 NNG 별/NNG 점/NNG
병든 VV+ETM 병들 ㄴ
보 VX+EC 보 오
보고서 NNG 보고/NNG 서/NNG
보내 VV+EC 보내 어
보내 VV+EF 보내 아
보낸 VV+ETM 보내 ㄴ
보낸다 VV+EC 보내 ㄴ다
보낸다 VV+EF 보내 ㄴ다
보낸다는 VV+ETM 보내 ㄴ다는
보낼 VV+ETM 보내 ㄹ
보냄 VV+ETN 보내 ㅁ
보냅니다 VV+EC 보내 ㅂ니다
보냅니다 VV+EF 보내 ㅂ니다
보냈 VV+EP 보내 었
보단 JKB+JX 보다 ㄴ
보물섬 NNG 보물/NNG 섬/NNG
보물찾기 NNG 보물/NNG 찾기/NNG
보살펴 VV+EC 보살피 어
보안관 NNG 보안/NNG 관/NNG
보여 VV+EC 보이 어
보여 VV+EF 보이 어
보여도 VV+EC 보이 어도
보여서 VV+EC 보이 어서
보여서 VV+EF 보이 어서
보여야 VV+IC 보이 ㅓ야
보여요 VV+EC 보이 어요
보여요 VV+EF 보이 ㅓ요
보여졌 VV+EC+VX+EP 보이 어 지 었
보여준 VV+EC+VX+ETM 보이 어 주 ㄴ
보여준다 VV+EC+VX+EC 보이 어 주 ㄴ다
보여준다 VV+EC+VX+EF 보이 어 주 ㄴ다
보여줌 VV+EC+VX+ETN 보이 어 주 ㅁ
보여줘 VV+EC+VX+EC 보이 어 주 어
보여진 VV+EC+VX+ETM 보이 어 지 ㄴ
보여진다 VV+EC+VX+EF 보이 어 지 ㄴ다
보였 EC+VV+EP 어 보이 었
보였 VV+EP 보이 었
보였으나 VV+EP+EC 보이 었 으나
보인 VV+ETM 보이 ㄴ
보인다 VV+EC 보이 ㄴ다
보인다 VV+EF 보이 ㄴ다
보인다고 VV+EC 보이 ㄴ다고
보인다는 VV+ETM 보이 ㄴ다는
보일 VV+ETM 보이 ㄹ
보일까 VV+EC 보이 ㄹ까
보일까 VV+EF 보이 ㄹ까
보일려고 VV+EC 보이 ㄹ려고
보일지 VV+EC 보이 ㄹ지
보임 EC+VV+ETN 어 보이 ㅁ
보임 VV+ETN 보이 ㅁ
보입니다 VV+EC 보이 ㅂ니다
보입니다 VV+EF 보이 ㅂ니다
보태 VV+EC 보태 어
보탬 VV+ETN 보태 ㅁ
보호자 NNG 보호/NNG 자/NNG
복고풍 NNG 복고/NNG 풍/NNG
복받쳐 VV+EC 복받치 어
복수심 NNG 복수/NNG 심/NNG
복수초 NNG 복수/NNG 초/NNG
본 EC+VX+ETM 아 보 ㄴ
본 VV 보
본 VV+ETM 보 ㄴ
본 VX+ETM 보 ㄴ
본다 VV+EC 보 ㄴ다
본다 VV+EF 보 ㄴ다
본다 VX+EF 보 ㄴ다
본다고 VV+EC 보 ㄴ다고
본다는 VV+ETM 보 ㄴ다는
본다는 VX+ETM 보 ㄴ다는
본다니 VV+EF 보 ㄴ다니
본다면 VV+EC 보 ㄴ다면
본다면 VX+EC 보 ㄴ다면
본다면 VX+EF 보 ㄴ다면
본데 VX+EC 보 ㄴ데
본데 VX+EF 보 ㄴ데
본보기 NNG 본보/NNG 기/NNG
볼 EC+VX+ETM 아 보 ㄹ
볼 VV 보
볼 VV+ETM 보 ㄹ
볼 VX 보
볼 VX+ETM 보 ㄹ
볼거리 NNG 볼/NNG 거리/NNG
볼걸 VV+EF 보 ㄹ걸
볼걸 VX+EF 보 ㄹ걸
볼게요 VV+EF 보 ㄹ게요
볼게요 VX+EF 보 ㄹ게요
볼까 VV+EC 보 ㄹ까
볼까 VV+EF 보 ㄹ까
볼까 VX+EC 보 ㄹ까
볼까 VX+EF 보 ㄹ까
볼까봐 VV+EC+VX+EC 보 ㄹ까 보 아
볼꺼 VV+ETM+NNB+VCP 보 ㄹ 거 이
볼께 VV+EF 보 ㄹ께
볼께 VX+EF 보 ㄹ께
볼께요 VX+EF 보 ㄹ께요
볼땐 VV+ETM+NNG+JX 보 ㄹ 때 ㄴ
볼라 VX+EC 보 ㄹ라
볼라고 VV+EC 보 ㄹ라고
볼라고 VX+EC 보 ㄹ라고
볼라면 VV+EC 보 ㄹ라면
볼란다 VV+EF 보 ㄹ란다
볼랍니다 VX+EF 보 ㄹ랍니다
볼래 VV+EC 보 ㄹ래
볼래요 VV+EF 보 ㄹ래요
볼려 VV+EC 보 ㄹ려
볼려 VX+EC 보 ㄹ려
볼려고 VV+EC 보 ㄹ려고
볼려고 VX+EC 보 ㄹ려고
볼려구 VV+EC 보 ㄹ려구
볼려구요 VV+EF 보 ㄹ려구요
볼려면 VV+EC 보 ㄹ려면
볼수록 VV+EC 보 ㄹ수록
볼수록 VX+EC 보 ㄹ수록
볼일 NNG 볼/NNG 일/NNG
볼지 VV+EC 보 ㄹ지
볼지 VX+EC 보 ㄹ지
볼테 VX+ETM+NNB+VCP 보 ㄹ 터 이
봄 VV+ETN 보 ㅁ
봄 VX+EC 보 ㅁ
봄 VX+ETN 보 ㅁ
봄날 NNG 봄/NNG 날/NNG
봅니까 VV+EF 보 ㅂ니까
봅니다 VV+EC 보 ㅂ니다
봅니다 VV+EF 보 ㅂ니다
봅니다 VX+EC 보 ㅂ니다
봅니다 VX+EF 보 ㅂ니다
봅시다 VV+EC 보 ㅂ시다
봅시다 VV+EF 보 ㅂ시다
봅시다 VX+EC 보 ㅂ시다
봅시다 VX+EF 보 ㅂ시다
봐 VV+EC 보 아
봐 VV+EF 보 ㅏ
봐 VX+EC 보 ㅏ
봐 VX+EF 보 아
봐도 EC+VX+EC 아 보 아도
봐도 VV+EC 보 아도
봐도 VV+EF 보 아도
봐도 VX+EC 보 아도
봐두 VV+EC 보 ㅏ두
봐라 EC+VX+EC 아 보 아라
봐라 VV+EC 보 아라
봐라 VV+EF 보 아라
봐라 VX+EC 보 아라
봐라 VX+EF 보 ㅏ라
봐서 VV+EC 보 아서
봐서 VV+EF 보 아서
봐서 VX+EC 보 ㅏ서
봐서 VX+EF 보 ㅏ서
봐선 VV+EC+JX 보 아서 ㄴ
봐야 EC+VX+EC+VX 아 보 아야 하
봐야 VV+EC 보 아야
봐야 VV+EC+VX 보 아야 하
봐야 VX+EC 보 아야
봐야 VX+EC+VV 보 아야 하
봐야겠다 VV+EC+VX+EP+EF 보 ㅏ야 하 겠 다
봐야겠어요 VX+EC+VX+EP+EF 보 ㅏ야 하 겠 어요
봐야만 VV+EC 보 아야만
봐야죠 VV+EF 보 ㅏ야죠
봐야지 VV+EC 보 ㅏ야지
봐야지 VV+EF 보 ㅏ야지
봐야지 VX+EC 보 ㅏ야지
봐야지 VX+EF 보 ㅏ야지
봐온 VV+EC+VX+ETM 보 아 오 ㄴ
봐왔 VV+EC+VX+EP 보 아 오 았
봐왔 VX+EC+VX+EP 보 아 오 았
봐요 VV+EC 보 아요
봐요 VV+EF 보 ㅏ요
봐요 VX+EC 보 아요
봐요 VX+EF 보 ㅏ요
봐준 VV+ETM 봐주 ㄴ
봐준다 VV+EC 봐주 ㄴ다
봐줄 VV+EC+VX+ETM 보 아 주 ㄹ
봤 EC+VX+EP 아 보 았
봤 VV+EP 보 았
봤 VX+EP 보 았
봤었 VV+EP 보 ㅏㅆ었
봤었 VX+EP 보 ㅏㅆ었
봤으나 VV+EP+EC 보 았 으나
봤으나 VX+EP+EC 보 았 으나
봤으니 VV+EP+EC 보 았 으니
봤으니 VX+EP+EC 보 았 으니
뵐 VV+ETM 뵈 ㄹ
뵜 VV+EP 뵙 었
뵤 VX+EF 보 오
부 VX+EF 부 우
부끄러운 VA+ETM 부끄럽 ㄴ
부끄러울 VA+ETM 부끄럽 ㄹ
부끄러워 VA+EC 부끄럽 어
부끄러워서 VA+EC 부끄럽 어서
부끄러워졌 VA+EC+VX+EP 부끄럽 어 지 었
부끄러웠 VA+EP 부끄럽 었
부담감 NNG 부담/NNG 감/NNG
부당거래 NNP 부당/NNG 거래/NNG
부드러우 VA 부드럽
부드러운 VA+ETM 부드럽 ㄴ
부드러움 VA+ETN 부드럽 음
부딪혔 VV+EP 부딪히 었
부딪힌 VV+ETM 부딪히 ㄴ
부러 VX+EF 불 어
부러우 VA 부럽
부러운 VA+ETM 부럽 ㄴ
부러울 VA+ETM 부럽 ㄹ
부러움 VA+ETN 부럽 음
부러워 VA+EC 부럽 어
부러워서 VA+EC 부럽 어서
부러워요 VA+EF 부럽 어요
부러웠 VA+EP 부럽 었
부러웠어요 VA+EP+EF 부럽 었 어요
부러진 VV+ETM 부러지 ㄴ
부려 VV+EC 부리 어
부렸 VV+EP 부리 었
부른 VA+ETM 부르 ㄴ
부른 VV+ETM 부르 ㄴ
부른다 VV+EC 부르 ㄴ다
부른다 VV+EF 부르 ㄴ다
부른다는 VV+ETM 부르 ㄴ다는
부를 VV+ETM 부르 ㄹ
부름 VV+ETN 부르 ㅁ
부릅니다 VV+EF 부르 ㅂ니다
부린 VV+ETM 부리 ㄴ
부릴 VV+ETM 부리 ㄹ
부서질 VV+ETM 부서지 ㄹ
부성애 NNG 부성/NNG 애/NNG
부셔 VV+EC 부시 ㅓ
부셔버릴 VV+EC+VX+ETM 부시 어 버리 ㄹ
부술 VV+ETM 부수 ㄹ
부숴 VV+EC 부수 어
부연 VA+ETM 부옇 ㄴ
부자간 NNG 부자/NNG 간/NNG
부작용 NNG 부/NNG 작용/NNG
부잣집 NNG 부잣/NNG 집/NNG
부적응 NNG 부/NNG 적응/NNG
부정부패 NNG 부정/NNG 부패/NNG
부조리 NNG 부/NNG 조리/NNG
부탁드려요 VV+EF 부탁드리 어요
부탁드립니다 VV+EC 부탁드리 ㅂ니다
부턴 JX+ETM 부터 ㄴ
부턴 JX+JX 부터 ㄴ
부턴가 JX+VCP+EC 부터 이 ㄴ가
부풀려 VV+EC 부풀리 어
부풀린 VV+ETM 부풀리 ㄴ
북극곰 NNG 북극/NNG 곰/NNG
북받쳐 VV+EC 북받치 어
북유럽 NNP 북/NNG 유럽/NNG
분 VV+ETM 붓 ㄴ
분 VX+ETM 부 ㄴ
분다 VV+EF 불 ㄴ다
분열증 NNG 분열/NNG 증/NNG
분한 VA+ETM 분하 ㄴ
불길 NNG 불/NNG 길/NNG
불꽃 NNG 불/NNG 꽃/NNG
불꽃놀이 NNG 불꽃/NNG 놀이/NNG
불러 VV+EC 부르 어
불러도 VV+EC 부르 어도
불러서 VV+EC 부르 어서
불러야 VV+EC 부르 어야
불러온 VV+ETM 불러오 ㄴ
불러일으켰 VV+EP 불러일으키 었
불러일으킨 VV+ETM 불러일으키 ㄴ
불러일으킨다 VV+EF 불러일으키 ㄴ다
불러일으킬 VV+ETM 불러일으키 ㄹ
불렀 VV+EP 부르 었
불려 VV+EC 불리 어
불릴 VV+ETM 불리 ㄹ
불면증 NNG 불면/NNG 증/NNG
불법체류 NNP 불법/NNG 체류/NNG
불사신 NNG 불사/NNG 신/NNG
불사조 NNG 불사/NNG 조/NNG
불씨 NNG 불/NNG 씨/NNG
불안감 NNG 불안/NNG 감/NNG
불치병 NNG 불치/NNG 병/NNG
불친절 NNG 불/NNG 친절/NNG
불쾌감 NNG 불쾌/NNG 감/NNG
불타 VV+EC 불타 아
불태워 VV+EC 불태우 어
불협화음 NNG 불/NNG 협화/NNG 음/NNG
붙여 VV+EC 붙이 어
붙여서 VV+EC 붙이 어서
붙였 VV+EP 붙이 었
붙인 VV+ETM 붙이 ㄴ
붙일 VV+ETM 붙이 ㄹ
붙혀 VV+EC 붙히 어
브라운관 NNG 브라운/NNP 관/NNG
븐 VX+ETM 블 ㄴ
블라 VX+EC 브 ㄹ라
블랙홀 NNG 블랙/NNG 홀/NNG
블록버스터 NNP 블록/NNG 버스터/NNP
비 VV+EC 비 어
비긴 VV+ETM 비기 ㄴ
비껴 VV+EC 비끼 어
비꼰 VV+ETM 비꼬 ㄴ
비뚤어진 VV+ETM 비뚤어지 ㄴ
비벼 VV+EC 비비 어
비빔밥 NNG 비빔/NNG 밥/NNG
비상구 NNG 비상/NNG 구/NNG
비싼 VA+ETM 비싸 ㄴ
비운 VV+ETM 비우 ㄴ
비웃음 NNG 비웃/NNG 음/NNG
비워 VV+EC 비우 어
비장미 NNG 비장/NNG 미/NNG
비정규직 NNG 비/NNG 정규/NNG 직/NNG
비주류 NNG 비/NNG 주류/NNG
비쳐 VV+EC 비치 어
비춰 VV+EC 비추 어
비춰진 VV+EC+VX+ETM 비추 어 지 ㄴ
비친 VV+ETM 비치 ㄴ
비켜 VV+EC 비키 어
비틀린 VV+ETM 비틀리 ㄴ
비평가 NNG 비평/NNG 가/NNG
비한다면 VV+EC 비하 ㄴ다면
비할 VV+ETM 비하 ㄹ
비해 VV+EC 비하 아
비해서 VV+EC 비하 아서
비해선 VV+EC+JX 비하 아서 ㄴ
비행기 NNG 비행/NNG 기/NNG
빈 VV+ETM 비 ㄴ
빈다 VV+EC 비 ㄴ다
빈다 VV+EF 비 ㄴ다
빈민가 NNG 빈민/NNG 가/NNG
빈자리 NNG 빈/NNG 자리/NNG
빈틈 NNG 빈/NNG 틈/NNG
빌 VA+ETM 비 ㄹ
빌 VV+ETM 비 ㄹ
빌려 VV+EC 빌리 어
빌려다 VV+EC 빌리 어다
빌려볼 VV+EC+VX+ETM 빌리 어 보 ㄹ
빌려서 VV+EC 빌리 어서
빌렸 VV+EP 빌리 었
빌린 VV+ETM 빌리 ㄴ
빌릴 VV+ETM 빌리 ㄹ
빗겨 VV+EC 빗기 어
빗나간 VV+ETM 빗나가 ㄴ
빗나갔 VV+EP 빗나가 았
빗댄 VV+ETM 빗대 ㄴ
빗속 NNG 빗/NNG 속/NNG
빗이 UNA 비시
빚어낸 VV+ETM 빚어내 ㄴ
빛깔 NNG 빛/NNG 깔/NNG
빛난 VV+ETM 빛나 ㄴ
빛난다 VV+EC 빛나 ㄴ다
빛난다 VV+EF 빛나 ㄴ다
빛날 VV+ETM 빛나 ㄹ
빛남 VV+ETN 빛나 ㅁ
빛났 VV+EP 빛나 았
빛내 VV+EC 빛내 어
빛낸 VV+ETM 빛내 ㄴ
빛바랜 VA+ETM 빛바래 ㄴ
빠 VV 빨
빠라 VA+EC 빠르 아
빠른 VA+ETM 빠르 ㄴ
빠른데 VA+EC 빠르 ㄴ데
빠를 VA+ETM 빠르 ㄹ
빠져 VV+EC 빠지 어
빠져 VV+EF 빠지 ㅓ
빠져드 VV+EC+VV 빠지 어 들
빠져든 VV+EC+VX+ETM 빠지 어 들 ㄴ
빠져버린 VV+EC+VX+ETM 빠지 어 버리 ㄴ
빠져본 VV+EC+VX+ETM 빠지 어 보 ㄴ
빠져서 VV+EC 빠지 어서
빠져서 VX+EC 빠지 어서
빠졌 VV+EP 빠지 었
빠졌었 VV+EP 빠지 었었
빠진 VV+ETM 빠지 ㄴ
빠진 VX+ETM 빠지 ㄴ
빠진다 VV+EC 빠지 ㄴ다
빠진다 VV+EF 빠지 ㄴ다
빠질 VV+ETM 빠지 ㄹ
빠질 VX+ETM 빠지 ㄹ
빠짐 VV+ETN 빠지 ㅁ
빤 VA+ETM 빨 ㄴ
빤 VV+ETM 빨 ㄴ
빨 VV+ETM 빨 ㄹ
빨간 VA+ETM 빨갛 ㄴ
빨간색 NNG 빨간/NNG 색/NNG
빨라 VA+EC 빠르 아
빨라 VA+EF 빠르 아
빨라서 VA+EC 빠르 아서
빨랐 VA+EP 빠르 았
빨랐으면 VA+EP+EC 빠르 았 으면
빨려 VV+EC 빨리 어
빨려드 VV+EC+VV 빨리 어 들
빨려들어갈 VV+EC+VV+ETM 빨리 어 들어가 ㄹ
빵점 NNG 빵/NNG 점/NNG
빼 VV+EC 빼 어
빼앗긴 VV+ETM 빼앗기 ㄴ
빼어난 VA+ETM 빼어나 ㄴ
뺀 VV+ETM 빼 ㄴ
뺀다 VV+EC 빼 ㄴ다
뺀다 VV+EF 빼 ㄴ다
뺀다면 VV+EC 빼 ㄴ다면
뺄 VV+ETM 빼 ㄹ
뺌 VV+ETN 빼 ㅁ
뺏긴 VV+ETM 뺏기 ㄴ
뺐 VV+EP 빼 었
뺐으면 VV+EP+EC 빼 었 으면
뻔한 VA+ETM 뻔하 ㄴ
뻔한 VX+ETM 뻔하 ㄴ
뻔한데 VA+EC 뻔하 ㄴ데
뻔한데 VA+EF 뻔하 ㄴ데
뻔할 VA+ETM 뻔하 ㄹ
뻔해 VA+EC 뻔하 아
뻔해 VA+EF 뻔하 ㅕ
뻔해서 VA+EC 뻔하 아서
뻔해요 VA+EF 뻔하 아요
뻔했 VA+EP 뻔하 았
뻔했 VX+EP 뻔하 ㅕㅆ
뻥튀기 NNG 뻥/NNG 튀기/NNG
뼈대 NNG 뼈/NNG 대/NNG
뼈아픈 VA+ETM 뼈아프 ㄴ
뼛속 NNG 뼛/NNG 속/NNG
뽑아낸 VV+ETM 뽑아내 ㄴ
뽑아낼 VV+ETM 뽑아내 ㄹ
뽑아냈 VV+EP 뽑아내 었
뽑혔 VV+EP 뽑히 었
뽑힐 VV+ETM 뽑히 ㄹ
뿌려 VV+EC 뿌리 어
뿌린 VV+ETM 뿌리 ㄴ
뿌연 VA+ETM 뿌옇 ㄴ
뿐 EC+VX+ETM 아 뿌 ㄴ
삐뚤어진 VV+ETM 삐뚤어지 ㄴ
사 VV+EC 사 아
사 VV+EF 사 아
사계절 NNG 사/NNG 계절/NNG
사고방식 NNG 사고/NNG 방식/NNG
사귄 VV+ETM 사귀 ㄴ
사기극 NNG 사기/NNG 극/NNG
사나운 VA+ETM 사납 은
사라져 VV+EC 사라지 어
사라져라 VV+EF 사라지 어라
사라져서 VV+EC 사라지 어서
사라져야 VV+EC 사라지 어야
사라졌 VV+EP 사라지 었
사라졌으면 VV+EP+EC 사라지 었 으면
사라진 VV+ETM 사라지 ㄴ
사라진다 VV+EC 사라지 ㄴ다
사라진다 VV+EF 사라지 ㄴ다
사라질 VV+ETM 사라지 ㄹ
사라짐 VV+ETN 사라지 ㅁ
사랑놀음 NNG 사랑/NNG 놀음/NNG
사랑싸움 NNG 사랑/NNG 싸움/NNG
사려 VV+EC 사리 어
사로잡혀 VV+EC 사로잡히 어
사로잡힌 VV+ETM 사로잡히 ㄴ
사명감 NNG 사명/NNG 감/NNG
사무실 NNG 사무/NNG 실/NNG
사법부 NNG 사법/NNG 부/NNG
사생활 NNG 사/NNG 생활/NNG
사세요 VV+EP+EF 살 시 ㅔ요
사셨 VV+EP+EP 살 시 었
사신 VV+EP+ETM 살 시 ㄴ
사실감 NNG 사실/NNG 감/NNG
사실주의 NNG 사실/NNG 주의/NNG
사운드트랙 NNP 사운드/NNP 트랙/NNG
사이사이 NNG 사이/NNG 사이/NNG
사이코패스 NNP 사이코/NNG 패스/NNG
사채업자 NNG 사채/NNG 업/NNG 자/NNG
사춘기 NNG 사춘/NNG 기/NNG
사형수 NNG 사형/NNG 수/NNG
사형제도 NNP 사형/NNG 제도/NNG
사회상 NNG 사회/NNG 상/NNG
사회생활 NNG 사회/NNG 생활/NNG
사회주의 NNG 사회/NNG 주의/NNG
산 VV 살
산 VV+ETM 살 ㄴ
산다 VV+EC 사 ㄴ다
산다 VV+EF 사 ㄴ다
산다고 VV+EC 살 ㄴ다고
산다는 VV+ETM 살 ㄴ다는
산다면 VV+EC 살 ㄴ다면
살 VV+ETM 사 ㄹ
살까 VV+EF 사 ㄹ까
살라 VV+EC 사 ㄹ라
살려 VV+EC 살리 어
살려냈 VV+EC+VX+EP 살리 어 내 었
살려서 VV+EC 살리 어서
살려야 VV+EC 살리 어야
살려줘 VV+EC+VX+EC 살리 어 주 어
살렸 VV+EP 살리 었
살렸으면 VV+EP+EC 살리 었 으면
살린 VV+ETM 살리 ㄴ
살린다 VV+EC 살리 ㄴ다
살린다 VV+EF 살리 ㄴ다
살릴 VV+ETM 살리 ㄹ
살릴려고 VV+EC 살리 ㄹ려고
살림 VV+ETN 살리 ㅁ
살아간 VV+ETM 살아가 ㄴ
살아간다 VV+EC 살아가 ㄴ다
살아간다 VV+EF 살아가 ㄴ다
살아간다는 VV+ETM 살아가 ㄴ다는
살아갈 VV+ETM 살아가 ㄹ
살아감 VV+ETN 살아가 ㅁ
살아갔 VV+EP 살아가 았
살아난 VV+ETM 살아나 ㄴ
살아난다 VV+EF 살아나 ㄴ다
살아남 VV+ETN 살아나 ㅁ
살아났 VV+EP 살아나 았
살아온 VV+ETM 살아오 ㄴ
살아왔 VV+EP 살아오 았
살인마 NNG 살인/NNG 마/NNG
살인범 NNG 살인/NNG 범/NNG
살인자 NNG 살인/NNG 자/NNG
삼국지 NNP 삼국/NNG 지/NNG
삼둥이 NNG 삼/NNG 둥이/NNG
삼박자 NNG 삼/NNG 박자/NNG
삼총사 NNG 삼/NNG 총사/NNG
삼켰 VV+EP 삼키 었
삼킨 VV+ETM 삼키 ㄴ
삽니다 VV+EC 사 ㅂ니다
삽니다 VV+EF 사 ㅂ니다
삽시다 VV+EF 사 ㅂ시다
삽입곡 NNG 삽입/NNG 곡/NNG
삽질 NNG 삽/NNG 질/NNG
샀 VV+EP 사 ㅏㅆ
상대방 NNG 상대/NNG 방/NNG
상대역 NNG 상대/NNG 역/NNG
상류층 NNG 상류/NNG 층/NNG
상반기 NNG 상/NNG 반기/NNG
상상력 NNP 상상/NNG 력/NNG
상속자 NNG 상속/NNG 자/NNG
상실감 NNG 상실/NNG 감/NNG
상한 VV+ETM 상하 ㄴ
상했 VV+EP 상하 았
새 VV+EC 새 어
새 VV+EF 새 어
새겨 VV+EC 새기 어
새겨진 VV+EC+VX+ETM 새기 어 지 ㄴ
새긴 VV+ETM 새기 ㄴ
새꺄 NNG+JKV 새끼 야
새끼야 UNA 새꺄
새낀 NNG+JX 새끼 ㄴ
새내기 NNG 새/NNG 내기/NNG
새로운 VA+ETM 새롭 ㄴ
새로울 VA+ETM 새롭 ㄹ
새로움 VA+ETN 새롭 ㅁ
새로워 VA+EC 새롭 어
새로웠 VA+EP 새롭 었
새엄마 NNG 새/NNG 엄마/NNG
새하얀 VA+ETM 새하얗 ㄴ
새해 NNG 새/NNG 해/NNG
색다른 VA+ETM 색다르 ㄴ
색다를 VA+ETM 색다르 ㄹ
색다름 VA+ETN 색다르 ㅁ
색달랐 VA+EP 색다르 았
색안경 NNG 색/NNG 안경/NNG
색채감 NNG 색채/NNG 감/NNG
샌 VV+ETM 새 ㄴ
샌가 NNG+VCP+EC 새 이 ㄴ가
샐 VV+ETM 새 ㄹ
샘 VV+ETN 새 ㅁ
샜 VV+EP 새 었
생각나 VV+EC 생각나 아
생각나 VV+EF 생각나 아
생각난 VV+ETM 생각나 ㄴ
생각난다 VV+EC 생각나 ㄴ다
생각난다 VV+EF 생각나 ㄴ다
생각날 VV+ETM 생각나 ㄹ
생각날까 VV+EF 생각나 ㄹ까
생각납니다 VV+EC 생각나 ㅂ니다
생각납니다 VV+EF 생각나 ㅂ니다
생각났 VV+EP 생각나 았
생겨 VV+EC 생기 어
생겨난 VV+ETM 생겨나 ㄴ
생겨났 VV+EP 생겨나 았
생겨서 VV+EC 생기 어서
생겨야 VV+EC 생기 어야
생겨요 VV+EF 생기 ㅓ요
생겼 VV+EP 생기 었
생겼어요 VV+EP+EC 생기 었 어요
생겼었 VV+EP 생기 었었
생겼으면 VV+EP+EC 생기 었 으면
생긴 VV+ETM 생기 ㄴ
생긴다 VV+EC 생기 ㄴ다
생긴다 VV+EF 생기 ㄴ다
생긴다면 VV+EC 생기 ㄴ다면
생길 VV+ETM 생기 ㄹ
생길까 VV+EC 생기 ㄹ까
생김 NNG 생/NNG 김/NNG
생김 VV+ETN 생기 ㅁ
생김새 NNG 생김/NNG 새/NNG
생깁니다 VV+EF 생기 ㅂ니다
생동감 NNG 생동/NNG 감/NNG
생명력 NNG 생명/NNG 력/NNG
생명체 NNG 생명/NNG 체/NNG
생물체 NNG 생물/NNG 체/NNG
생일날 NNG 생일/NNG 날/NNG
생존자 NNG 생존/NNG 자/NNG
생쥐 NNG 생/NNG 쥐/NNG
생활상 NNG 생활/NNG 상/NNG
서 EC+VCP 아서 이
서 VV+EC 서 어
서글퍼 VA+EC 서글프 어
서글펐 VA+EP 서글프 었
서글픈 VA+ETM 서글프 ㄴ
서동요 NNG 서동/NNG 요/NNG
서둘러 VV+EC 서두르 어
서러운 VA+ETM 서럽 ㄴ
서려 VV+EC 서리 어
서린 VV+ETM 서리 ㄴ
서부극 NNG 서부/NNG 극/NNG
서사시 NNG 서사/NNG 시/NNG
서양식 NNG 서양/NNG 식/NNG
서양인 NNG 서양/NNG 인/NNG
서여 VV+EC 서이 ㅓ
서요 EP+EC 시 어요
서요 EP+EF 시 어요
서유기 NNG 서유/NNG 기/NNG
서의 EC+JKG ㅏ서 의
서인지 EC+VCP+EC 아서 이 ㄴ지
서정성 NNG 서정/NNG 성/NNG
서투른 VA+ETM 서투르 ㄴ
서툰 VA+ETM 서툴 ㄴ
서툴렀 VA+EP 서투르 었
서편제 NNG 서편/NNG 제/NNG
섞여 VV+EC 섞이 ㅓ
섞여서 VV+EC 섞이 어서
섞였 VV+EP 섞이 ㅓㅆ
섞인 VV+ETM 섞이 ㄴ
섞일 VV+ETM 섞이 ㄹ
선 EC+JX 아서 ㄴ
선 JKB+JX 서 ㄴ
선 VV+ETM 서 ㄴ
선가 JKB+VCP+EC 서 이 ㄴ가
선교사 NNG 선교/NNG 사/NNG
선구자 NNG 선구/NNG 자/NNG
선남선녀 NNG 선남/NNG 선녀/NNG
선다 VV+EF 서 ㄴ다
선동이 NNG 선/NNG 동이/NNG
선보였 VV+EP 선보이 었
선보인 VV+ETM 선보이 ㄴ
선입견 NNG 선입/NNG 견/NNG
선지 JKB+VCP+EC 서 이 ㄴ지
선진국 NNG 선진/NNG 국/NNG
선한 VA+ETM 선하 ㄴ
섣부른 VA+ETM 섣부르 ㄴ
설 EC+JKO 아서 ㄹ
설 NNP+JX 설 은
설 VV+ETM 서 ㄹ
설날 NNG 설/NNG 날/NNG
설득력 NNG 설득/NNG 력/NNG
설레 VV+EC 설레 어
설레였 VV+EP 설레이 었
설레인다 VV+EF 설레이 ㄴ다
설레일 VV+ETM 설레이 ㄹ
설레임 VV+ETN 설레이 ㅁ
설렌다 VV+EC 설레 ㄴ다
설렌다 VV+EF 설레 ㄴ다
설렘 VV+ETN 설레 ㅁ
설렜 VV+EP 설레 었
설지 VV+EC 서 ㄹ지
설쳐 VV+EC 설치 어
설쳤 VV+EP 설치 었
설킨 VV+ETM 설키 ㄴ
섥힌 VV+ETM 섥히 ㄴ
섬뜻한 VA+ETM 섬뜻하 ㄴ
섯 VV+EF 서 엇
섰 VV+EP 서 었
성난 VV+ETM 성나 ㄴ
성냥팔이 NNG 성냥/NNG 팔이/NNG
성매매 NNG 성/NNG 매매/NNG
성범죄 NNG 성/NNG 범죄/NNG
성범죄자 NNP 성범죄/NNG 자/NNG
성스러운 VA+ETM 성스럽 은
성장기 NNG 성장/NNG 기/NNG
성장통 NNG 성장/NNG 통/NNG
성적순 NNG 성적/NNG 순/NNG
성추행 NNG 성/NNG 추행/NNG
성치 VA+EC 성하 지
성폭력 NNG 성/NNG 폭력/NNG
성폭행 NNG 성/NNG 폭행/NNG
성행위 NNG 성/NNG 행위/NNG
세 VA+EF 세 어
세 VV+EC 세 ㅓ
세계관 NNG 세계/NNG 관/NNG
세계사 NNG 세계/NNG 사/NNG
세계인 NNG 세계/NNG 인/NNG
세기말 NNG 세기/NNG 말/NNG
세끼 NNG 세/NNG 끼/NNG
세련된 VV+ETM 세련되 ㄴ
세련미 NNG 세련/NNG 미/NNG
세상사 NNG 세상/NNG 사/NNG
세여 EP+EF 시 ㅔ여
세요 EP+EF 시 어요
세요 EP+EF+VCP 시 ㅔ요 이
세요 VCP+EP+EF 이 시 어요
세용 EP+EF 시 어용
세운 VV+ETM 세우 ㄴ
세울 VV+ETM 세우 ㄹ
세워 VV+EC 세우 어
세웠 VV+EP 세우 었
세일즈맨 NNG 세일즈/NNG 맨/NNG
섹시해 VA+EC 섹시하 아
센 VA+ETM 세 ㄴ
센 VV+ETM 세 ㄴ
셀 VV+ETM 세 ㄹ
셔 EP+EC 시 ㅓ
셔 EP+EF 시 어
셔 VCP+EP+EF 이 시 어
셔도 EP+EC 시 ㅓ도
셔서 EP+EC 시 어서
셔서 EP+EF 시 어서
셔야 EP+EC 시 ㅓ야
셔야 EP+EC+VX 시 어야 하
셔야죠 EP+EF 시 ㅓ야죠
셔요 EP+EF 시 어요
셧 EP+EP 시 었
셨 EP+EP 시 었
셨 VCP+EP+EP 이 시 었
셨었 EP+EP 시 었었
셨으니 EP+EP+EC 시 었 으니
소 VCP+EC 이 소
소개팅 NNG 소개/NNG 팅/NNG
소고기 NNG 소/NNG 고기/NNG
소극장 NNG 소/NNG 극장/NNG
소린 NNG+JX 소리 ㄴ
소린지 NNG+VCP+EC 소리 이 ㄴ지
소린지 NNG+VCP+EF 소리 이 ㄴ지
소릴 NNG+JKO 소리 ㄹ
소림사 NNG 소림/NNG 사/NNG
소림축구 NNP 소림/NNG 축구/NNG
소매치기 NNG 소매/NNG 치기/NNG
소문난 VV+ETM 소문나 ㄴ
소방관 NNG 소방/NNG 관/NNG
소비자 NNG 소비/NNG 자/NNG
소설가 NNG 소설/NNG 가/NNG
소설책 NNG 소설/NNG 책/NNG
소수자 NNG 소수/NNG 자/NNG
소울메이트 NNG 소울/NNG 메이트/NNG
소유욕 NNG 소유/NNG 욕/NNG
소유자 NNG 소유/NNG 자/NNG
속내 NNG 속/NNG 내/NNG
속마음 NNG 속/NNG 마음/NNG
속살 NNG 속/NNG 살/NNG
속상한 VA+ETM 속상하 ㄴ
속상해 VA+EC 속상하 아
속상했 VA+EP 속상하 았
속여 VV+EC 속이 어
속여서 VV+EC 속이 어서
속옷 NNG 속/NNG 옷/NNG
속일 VV+ETM 속이 ㄹ
속임수 NNG 속임/NNG 수/NNG
속지 NNG 속/NNG 지/NNG
속한 VV+ETM 속하 ㄴ
속한다 VV+EC 속하 ㄴ다
속한다 VV+EF 속하 ㄴ다
속함 VV+ETN 속하 ㅁ
속해 VV+EC 속하 아
손가락 NNG 손/NNG 가락/NNG
손길 NNG 손/NNG 길/NNG
손꼽힐 VV+ETM 손꼽히 ㄹ
손녀딸 NNG 손녀/NNG 딸/NNG
손맛 NNG 손/NNG 맛/NNG
손목 NNG 손/NNG 목/NNG
손바닥 NNG 손/NNG 바닥/NNG
손발 NNG 손/NNG 발/NNG
손수건 NNG 손/NNG 수건/NNG
손짓 NNG 손/NNG 짓/NNG
손톱 NNG 손/NNG 톱/NNG
솟구친다 VV+EF 솟구치 ㄴ다
쇼 VCP+EP+EF 이 시 오
쇼킹한 VA+ETM 쇼킹하 ㄴ
수도사 NNG 수도/NNG 사/NNG
수도원 NNG 수도/NNG 원/NNG
수리검 NNG 수리/NNG 검/NNG
수면제 NNG 수면/NNG 제/NNG
수목드라마 NNP 수목/NNG 드라마/NNG
수식어 NNG 수식/NNG 어/NNG
수영장 NNG 수영/NNG 장/NNG
수요일 NNG 수/NNG 요일/NNG
수용소 NNG 수용/NNG 소/NNG
수준급 NNG 수준/NNG 급/NNG
수채화 NNG 수채/NNG 화/NNG
수치심 NNG 수치/NNG 심/NNG
수학여행 NNG 수학/NNG 여행/NNG
수학자 NNG 수학/NNG 자/NNG
수호지 NNG 수호/NNG 지/NNG
수호천사 NNG 수호/NNG 천사/NNG
순 NNB+ETM 수 ㄴ
순 NNB+JX 수 ㄴ
순간순간 NNG 순간/NNG 순간/NNG
순식간 NNG 순식/NNG 간/NNG
순애보 NNG 순애/NNG 보/NNG
순정만화 NNP 순정/NNG 만화/NNG
순풍산부인과 NNP 순풍/NNG 산부인과/NNG
순한 VA+ETM 순하 ㄴ
숟가락 NNG 숟/NNG 가락/NNG
술집 NNG 술/NNG 집/NNG
숨가쁜 VA+ETM 숨가쁘 ㄴ
숨겨 VV+EC 숨기 어
숨겨둔 VV+EC+VX+ETM 숨기 어 두 ㄴ
숨겨져 VV+EC+VX+EC 숨기 어 지 어
숨겨진 VV+EC+VX+ETM 숨기 어 지 ㄴ
숨결 NNG 숨/NNG 결/NNG
숨길 VV+ETM 숨기 ㄹ
숨바꼭질 NNG 숨바꼭/NNG 질/NNG
숨소리 NNG 숨/NNG 소리/NNG
숨죽여 VV+EC 숨죽이 어
숨통 NNG 숨/NNG 통/NNG
숭한 VA+ETM 숭하 ㄴ
숱한 VA+ETM 숱하 ㄴ
쉬운 VA+ETM 쉽 ㄴ
쉬운데 VA+EC 쉽 ㄴ데
쉬울 VA+ETM 쉽 ㄹ
쉬움 VA+ETN 쉽 ㅁ
쉬워 VA+EC 쉽 어
쉬워서 VA+EC 쉽 어서
쉬워요 VA+EF 쉽 ㅓ요
쉬웠 VA+EP 쉽 었
쉰 VV+ETM 쉬 ㄴ
쉰다 VV+EC 쉬 ㄴ다
쉴 VV+ETM 쉬 ㄹ
쉼표 NNG 쉼/NNG 표/NNG
슈 VCP+EF 이 슈
스러 VV+EC 슬 어
스러 XSA+EC 스럽 어
스러 XSA+EF 스럽 ㅓ
스러우 XSA 스럽
스러우나 XSA+EC 스럽 으나
스러운 XSA+ETM 스럽 ㄴ
스러운데 XSA+EF 스럽 ㄴ데
스러울 XSA+ETM 스럽 ㄹ
스러움 XSA+ETN 스럽 ㅁ
스러워 XSA+EC 스럽 어
스러워 XSA+EF 스럽 어
스러워도 XSA+EC 스럽 어도
스러워서 XSA+EC 스럽 어서
스러워야 XSA+EC 스럽 어야
스러워졌 XSA+EC+VX+EP 스럽 어 지 었
스러워진 XSA+EC+VX+ETM 스럽 어 지 ㄴ
스러워진다 XSA+EC+VX+EF 스럽 어 지 ㄴ다
스러웠 XSA+EP 스럽 었
스러웠으나 XSA+EP+EC 스럽 었 으나
스러웠을 XSA+EP+ETM 스럽 었 을
스런 XSA+ETM 스럽 ㄴ
스럼 XSA+ETN 스럽 ㅁ
스릴감 NNG 스릴/NNG 감/NNG
스릴러물 NNG 스릴러/NNG 물/NNG
스마트폰 NNP 스마트/NNG 폰/NNG
스며 VV+EC 스미 어
스며드 VV 스며들
스며든 VV+ETM 스며들 ㄴ
스며든다 VV+EC 스며들 ㄴ다
스며들 VV+ETM 스며들 ㄹ
스쳐 VV+EC 스치 어
스타덤 NNG 스타/NNG 덤/NNG
스타쉽 NNP 스타/NNG 쉽/NNG
스타워즈 NNG 스타/NNG 워즈/NNG
스타크래프트 NNP 스타/NNG 크래프트/NNG
스턴트맨 NNG 스턴트/NNG 맨/NNG
스토리텔링 NNP 스토리/NNG 텔링/NNG
스토린 NNG+JX 스토리 ㄴ
스페인어 NNP 스페인/NNP 어/NNG
슨 VV+ETM 슬 ㄴ
슬 VV+ETM 스 ㄹ
슬러 VV+EC 슬러 어
슬퍼 VA+EC 슬프 어
슬퍼 VA+EF 슬프 어
슬퍼 VA+EP 슬프 었
슬퍼도 VA+EC 슬프 ㅓ도
슬퍼서 VA+EC 슬프 어서
슬퍼요 VA+EC 슬프 어요
슬퍼요 VA+EF 슬프 어요
슬퍼졌 VA+EC+VX+EP 슬프 어 지 었
슬퍼진다 VA+EC+VX+EF 슬프 어 지 ㄴ다
슬퍼해야 VA+EC+VX+EC 슬프 ㅓ 하 ㅕ야
슬펐 VA+EP 슬프 었
슬픈 VA+ETM 슬프 ㄴ
슬픈데 VA+EC 슬프 ㄴ데
슬픈지 VA+EC 슬프 ㄴ지
슬플 VA+ETM 슬프 ㄹ
슬플까 VA+EF 슬프 ㄹ까
슬픕니다 VA+EF 슬프 ㅂ니다
습격사건 NNP 습격/NNG 사건/NNG
승리자 NNG 승리/NNG 자/NNG
승무원 NNG 승무/NNG 원/NNG
승승장구 NNG 승승/NNG 장구/NNG
시가전 NNG 시가/NNG 전/NNG
시간대 NNG 시간/NNG 대/NNG
시공간 NNG 시/NNG 공간/NNG
시궁창 NNG 시궁/NNG 창/NNG
시끄러 VA+EC 시끄럽 어
시끄러운 VA+ETM 시끄럽 ㄴ
시끄러움 VA+ETN 시끄럽 ㅁ
시끄러워 VA+EC 시끄럽 어
시끄러워서 VA+EC 시끄럽 어서
시끄러웠 VA+EP 시끄럽 었
시네 VV+EP+EC 하 시 네
시달렸 VV+EP 시달리 었
시달린 VV+ETM 시달리 ㄴ
시대극 NNG 시대/NNG 극/NNG
시대상 NNG 시대/NNG 상/NNG
시러 XSA+EC 시럽 어
시렸 VA+EP 시리 었
시린 VA+ETM 시리 ㄴ
시릴 VA+ETM 시리 ㄹ
시사점 NNG 시사/NNG 점/NNG
시사회 NNG 시사/NNG 회/NNG
시상식 NNG 시상/NNG 식/NNG
시어머니 NNG 시/NNG 어머니/NNG
시작점 NNG 시작/NNG 점/NNG
시집 NNG 시/NNG 집/NNG
시청각 NNG 시청/NNG 각/NNG
시청자 NNG 시청/NNG 자/NNG
시켜 VV+EC 시키 어
시켜 XSV+EC 시키 어
시켜도 XSV+EC 시키 어도
시켜라 VV+EF 시키 어라
시켜라 XSV+EC 시키 어라
시켜서 VV+EC 시키 어서
시켜서 XSV+EC 시키 어서
시켜야 XSV+EC 시키 어야
시켜줌 XSV+EC+VX+ETN 시키 어 주 ㅁ
시켰 VV+EP 시키 었
시켰 XSV+EP 시키 었
시켰으면 XSV+EP+EC 시키 었 으면
시키 XSV+EC 시키 아
시킨 VV+ETM 시키 ㄴ
시킨 XSV+ETM 시키 ㄴ
시킨다 VV+EF 시키 ㄴ다
시킨다 XSV+EC 시키 ㄴ다
시킨다 XSV+EF 시키 ㄴ다
시킨다는 XSV+ETM 시키 ㄴ다는
시킬 VV+ETM 시키 ㄹ
시킬 XSV+ETM 시키 ㄹ
시킬려고 XSV+EC 시키 ㄹ려고
시킴 XSV+ETN 시키 ㅁ
시킵니다 XSV+EF 시키 ㅂ니다
시한부 NNG 시한/NNG 부/NNG
시행착오 NNG 시행/NNG 착오/NNG
식민지 NNG 식민/NNG 지/NNG
식은땀 NNG 식은/NNG 땀/NNG
신 EP+ETM 시 ㄴ
신가 EP+EF 시 ㄴ가
신가요 EP+EF 시 ㄴ가요
신격화 NNG 신격/NNG 화/NNG
신경질 NNG 신경/NNG 질/NNG
신기전 NNG 신기/NNG 전/NNG
신나 VV+EC 신나 아
신난다 VV+EC 신나 ㄴ다
신났 VV+EP 신나 았
신다 EP+EC 시 ㄴ다
신다 EP+EF 시 ㄴ다
신다고 EP+EC 시 ㄴ다고
신다는 EP+ETM 시 ㄴ다는
신다면 EP+EC 시 ㄴ다면
신데 EP+EC 시 ㄴ데
신들린 VV+ETM 신들리 ㄴ
신물 NNG 신/NNG 물/NNG
신비감 NNG 신비/NNG 감/NNG
신비주의 NNG 신비/NNG 주의/NNG
신세계 NNG 신/NNG 세계/NNG
신앙심 NNG 신앙/NNG 심/NNG
신지 EP+EC 시 ㄴ지
신지 EP+EF 시 ㄴ지
신지 NNB+VCP+EC 시 이 ㄴ지
신파극 NNG 신파/NNG 극/NNG
신호탄 NNG 신호/NNG 탄/NNG
실 EP+ETM 시 ㄹ
실 VA+ETM 시 ㄹ
실 VV+ETM 시 ㄹ
실까 EP+EC 시 ㄹ까
실까 EP+EF 시 ㄹ까
실려 VV+EC 실리 어
실력파 NNG 실력/NNG 파/NNG
실렸 VV+EP 실리 었
실린 VV+ETM 실리 ㄴ
실마리 NNG 실/NNG 마리/NNG
실망감 NNG 실망/NNG 감/NNG
실생활 NNG 실/NNG 생활/NNG
실속 NNG 실/NNG 속/NNG
실시간 NNG 실/NNG 시간/NNG
실제론 MAG+JX 실제로 ㄴ
실타래 NNG 실/NNG 타래/NNG
실패작 NNG 실패/NNG 작/NNG
싫어합니다 VV+EF 싫어하 ㅂ니다
심 EP+EC 시 ㅁ
심 EP+ETN 시 ㅁ
심리극 NNG 심리/NNG 극/NNG
심리전 NNG 심리/NNG 전/NNG
심리학 NNG 심리/NNG 학/NNG
심보 NNG 심/NNG 보/NNG
심심타파 NNP 심심/NNG 타파/NNG
심심풀이 NNG 심심/NNG 풀이/NNG
심야식당 NNP 심야/NNG 식당/NNG
심하 VA+ETM 심하 ㄴ
심한 VA+ETM 심하 ㄴ
심한데 VA+EC 심하 ㄴ데
심할 VA+ETM 심하 ㄹ
심함 VA+ETN 심하 ㅁ
심합니다 VA+EF 심하 ㅂ니다
심해 VA+EC 심하 아
심해 VA+EF 심하 아
심해서 VA+EC 심하 아서
심했 VA+EP 심하 았
십 EP+NA 시 ㅂ
십니까 EP+EF 시 ㅂ니까
십니다 EP+EC 시 ㅂ니다
십니다 EP+EF 시 ㅂ니다
십니다 VCP+EP+EC 이 시 ㅂ니다
십쇼 EP+EC 시 ㅂ쇼
십쇼 EP+EF 시 ㅂ쇼
십시오 EP+EC 시 ㅂ시오
십시오 EP+EF 시 ㅂ시오
십시요 EP+EF 시 ㅂ시오
십자가 NNG 십자/NNG 가/NNG
싱거운 VA+ETM 싱겁 ㄴ
싱거워 VA+EC 싱겁 어
싱거워 VA+EF 싱겁 어
싱거웠 VA+EP 싱겁 었
싱그러운 VA+ETM 싱그럽 ㄴ
싸 EC+VX+EC 어 쌓 아
싸 VA+EF 싸 아
싸 VV+EC 싸 아
싸여 VV+EC 싸이 어
싸운 VV+ETM 싸우 ㄴ
싸운다 VV+EC 싸우 ㄴ다
싸운다 VV+EF 싸우 ㄴ다
싸운다는 VV+ETM 싸우 ㄴ다는
싸울 VV+ETM 싸우 ㄹ
싸워 VV+EC 싸우 어
싸워라 VV+EC 싸우 어라
싸워서 VV+EC 싸우 ㅓ서
싸워야 VV+EC 싸우 어야
싸웠 VV+EP 싸우 었
싸인 VV+ETM 싸이 ㄴ
싸질러 VV+EC 싸지르 어
싸해 VA+EC 싸하 ㅕ
싼 VA+ETM 싸 ㄴ
싼다 VV+EC 싸 ㄴ다
쌀 VV+ETM 싸 ㄹ
쌌 VV+EP 싸 았
쌍권총 NNG 쌍/NNG 권총/NNG
쌍둥이 NNG 쌍/NNG 둥이/NNG
쌍욕 NNG 쌍/NNG 욕/NNG
쌓여 VV+EC 쌓이 어
쌓였 VV+EP 쌓이 었
쌓인 VV+ETM 쌓이 ㄴ
쌘 VV+ETM 쌔 ㄴ
써 VV+EC 쓰 어
써 VV+EF 쓰 ㅓ
써내려간 VV+EC+VV+ETM 쓰 어 내려가 ㄴ
써놨 VV+EC+VX+EP 쓰 어 놓 았
써도 VV+EC 쓰 ㅓ도
써라 VV+EC 쓰 어라
써라 VV+EF 쓰 어라
써본다 VV+EC+VX+EC 쓰 어 보 ㄴ다
써서 VV+EC 쓰 어서
써야 VV+EC 쓰 어야
써야 VV+EC+VX 쓰 어야 하
써야지 VV+EC 쓰 어야지
써야지 VV+EF 쓰 ㅓ야지
써왔 VV+EC+VX+EP 쓰 어 오 았
써요 VV+EC 쓰 어요
써요 VV+EF 쓰 어요
썩어빠진 VV+ETM 썩어빠지 ㄴ
썬 VV+ETM 썰 ㄴ
썰 VV+ETM 썰 ㄹ
썼 VV+EP 쓰 었
썼었 VV+EP 쓰 었었
쎄 VA+EC 쎄 ㅓ
쎄 VA+EF 쎄 ㅓ
쎈 VA+ETM 쎄 ㄴ
쎌 VA+ETM 쎄 ㄹ
쏜 VV+ETM 쏘 ㄴ
쏜다 VV+EC 쏘 ㄴ다
쏜다 VV+EF 쏘 ㄴ다
쏟아부 VV 쏟아붓
쏟아져 VV+EC 쏟아지 어
쏟아졌 VV+EP 쏟아지 었
쏟아진 VV+ETM 쏟아지 ㄴ
쏟아진다 VV+EF 쏟아지 ㄴ다
쏟아질 VV+ETM 쏟아지 ㄹ
쏠 VV+ETM 쏘 ㄹ
쏠려 VV+EC 쏠리 어
쏴 VV+EC 쏘 아
쏴 VV+EF 쏘 ㅏ
쏴도 VV+EC 쏘 아도
쏴라 VV+EC 쏘 아라
쐈 VV+EP 쏘 았
쑤셔 VV+EC 쑤시 어
쓰디쓴 VA+ETM 쓰디쓰 ㄴ
쓰라린 VA+ETM 쓰라리 ㄴ
쓰라림 VA+ETN 쓰라리 ㅁ
쓰러져 VV+EC 쓰러지 어
쓰러져서 VV+EC 쓰러지 어서
쓰러졌 VV+EP 쓰러지 었
쓰러진 VV+ETM 쓰러지 ㄴ
쓰러질 VV+ETM 쓰러지 ㄹ
쓰러짐 VV+ETN 쓰러지 ㅁ
쓰레기통 NNG 쓰레기/NNG 통/NNG
쓰려 VA+EC 쓰리 어
쓰릴 VA+ETM 쓰리 ㄹ
쓰여 VV+EC 씌 어
쓰여서 VV+EC 쓰이 ㅓ서
쓰여진 VV+EC+VX+ETM 쓰이 어 지 ㄴ
쓰였 VV+EP 쓰이 었
쓰인 VV+ETM 쓰이 ㄴ
쓰인다 VV+EF 쓰이 ㄴ다
쓰일 VV+ETM 쓰이 ㄹ
쓴 VV+ETM 쓰 ㄴ
쓴다 VV+EC 쓰 ㄴ다
쓴다 VV+EF 쓰 ㄴ다
쓴다 VV+ETM 쓰 ㄴ다
쓴다고 VV+EC 쓰 ㄴ다고
쓴다는 VV+ETM 쓰 ㄴ다는
쓴맛 NNG 쓴/NNG 맛/NNG
쓸 VV+ETM 쓰 ㄹ
쓸라고 VV+EC 쓰 ㄹ라고
쓸려 VV+EC 쓸리 어
쓸려고 VV+EC 쓰 ㄹ려고
쓸모 NNG 쓸/NNG 모/NNG
씀 VV+ETN 쓰 ㅁ
씁니다 VV+EC 쓰 ㅂ니다
씁니다 VV+EF 쓰 ㅂ니다
씁시다 VV+EC 쓰 ㅂ시다
씁시다 VV+EF 쓰 ㅂ시다
씌운 VV+ETM 씌우 ㄴ
씌워 VV+EC 씌우 어
씐 VV+ETM 씌 ㄴ
씬 NNB+JX 씨 ㄴ
씰 NNB+JKO 씨 ㄹ
씻겨 VV+EC 씻기 어
아까우 VA 아깝
아까운 VA+ETM 아깝 ㄴ
아까울 VA+ETM 아깝 ㄹ
아까움 VA+ETN 아깝 ㅁ
아까워 VA+EC 아깝 어
아까워 VA+EF 아깝 어
아까워 VV+EF 아깝 어
아까워서 VA+EC 아깝 어서
아까웠 VA+EP 아깝 었
아껴 VV+EC 아끼 어
아껴서 VV+EC 아끼 어서
아꼈 VV+EP 아끼 었
아낀 VV+ETM 아끼 ㄴ
아낄 VV+ETM 아끼 ㄹ
아나 VCN 아니
아냐 VCN+EC 아니 야
아냐 VCN+EF 아니 야
아녀 VCN+EC 아니 여
아녀 VCN+EF 아니 ㅕ
아녔 VCN+EP 아니 었
아녜요 VCN+EF 아니 에요
아니한가 VX+EC 아니하 ㄴ가
아니한가 VX+EF 아니하 ㄴ가
아닌 VCN+ETM 아니 ㄴ
아닌가 VCN+EC 아니 ㄴ가
아닌가 VCN+EC+VCP 아니 ㄴ가 이
아닌가 VCN+EF 아니 ㄴ가
아닌가요 VCN+EC 아니 ㄴ가요
아닌가요 VCN+EF 아니 ㄴ가요
아닌게 VCN+ETM+NNB+JKC 아니 ㄴ 것 이
아닌데 VCN+EC 아니 ㄴ데
아닌데 VCN+EF 아니 ㄴ데
아닌데요 VCN+EF 아니 ㄴ데요
아닌지 VCN+EC 아니 ㄴ지
아닌지 VCN+EF 아니 ㄴ지
아닌지라 VCN+EC 아니 ㄴ지라
아닐 VCN+ETM 아니 ㄹ
아닐까 VCN+EC 아니 ㄹ까
아닐까 VCN+EF 아니 ㄹ까
아닐까 VCN+EF+VCP 아니 ㄹ까 이
아닐까요 VCN+EF 아니 ㄹ까요
아닐런지 VCN+EC 아니 ㄹ런지
아닐런지 VCN+EF 아니 ㄹ런지
아닐지 VCN+EC 아니 ㄹ지
아닐지 VCN+EF 아니 ㄹ지
아닐지라도 VCN+EC 아니 ㄹ지라도
아님 VCN+EC 아니 ㅁ
아님 VCN+ETN 아니 ㅁ
아닙니까 VCN+EC 아니 ㅂ니까
아닙니까 VCN+EF 아니 ㅂ니까
아닙니다 VCN+EC 아니 ㅂ니다
아닙니다 VCN+EF 아니 ㅂ니다
아들놈 NNG 아들/NNG 놈/NNG
아려 VA+EC 아리 어
아려왔 VA+EC+VX+EP 아리 어 오 았
아렸 VA+EP 아리 었
아른거린다 VV+EF 아른거리 ㄴ다
아름다 VA 아름답
아름다우 VA 아름답
아름다운 VA+ETM 아름답 ㄴ
아름다운가 VA+EF 아름답 ㄴ가
아름다운지 VA+EC 아름답 ㄴ지
아름다울 VA+ETM 아름답 ㄹ
아름다움 VA+ETN 아름답 ㅁ
아름다움 VA+ETN+JKB 아름답 ㅁ 에서
아름다움도 VA+ETN+JKB+JX 아름답 ㅁ 에서 도
아름다움의 VA+ETN+JKB+JKG 아름답 ㅁ 에서 의
아름다워 VA+EC 아름답 어
아름다워 VA+EF 아름답 어
아름다워서 VA+EC 아름답 어서
아름다워요 VA+EC 아름답 어요
아름다워요 VA+EF 아름답 어요
아름다웠 VA+EP 아름답 었
아름다웠을 VA+EP+ETM 아름답 었 을
아린 VA+ETM 아리 ㄴ
아린다 VA+EF 아리 ㄴ다
아무 VV 아물
아무것 NNG 아무/NNG 것/NNG
아버님 NNG 아버/NNP 님/NNG
아세요 VV+EP+EF 알 시 어요
아쉬우 VA 아쉽
아쉬운 VA+ETM 아쉽 ㄴ
아쉬운데 VA+EC 아쉽 ㄴ데
아쉬울 VA+ETM 아쉽 ㄹ
아쉬움 VA+ETN 아쉽 ㅁ
아쉬워 VA+EC 아쉽 어
아쉬워 VA+EF 아쉽 어
아쉬워서 VA+EC 아쉽 어서
아쉬웠 VA+EP 아쉽 었
아쉬웠 VV+EP 아쉽 었
아쉬웠을 VA+EP+ETM 아쉽 었 을
아시아인 NNP 아시아/NNP 인/NNG
아실 VV+EP+ETM 알 시 ㄹ
아십니까 VV+EP+EF 알 시 ㅂ니까
아이스크림 NNG 아이스/NNG 크림/NNG
아인 VCN+ETM 아이 ㄴ
아카데미상 NNG 아카데미/NNG 상/NNG
아파 VA+EC 아프 아
아파 VA+EF 아프 아
아파도 VA+EC 아프 아도
아파서 VA+EC 아프 ㅏ서
아파요 VA+EF 아프 아요
아팠 VA+EP 아프 았
아퍼 VA+EF 아프 ㅓ
아픈 VA+ETM 아프 ㄴ
아픈데 VA+EC 아프 ㄴ데
아픈지 VA+EC 아프 ㄴ지
아플 VA+ETM 아프 ㄹ
아플까 VA+EF 아프 ㄹ까
아픔 VA+ETN 아프 ㅁ
아픕니다 VA+EF 아프 ㅂ니다
아함 IC+ETN 아하 ㅁ
악순환 NNG 악/NNG 순환/NNG
악영향 NNG 악/NNG 영향/NNG
악한 VA+ETM 악하 ㄴ
악함 VA+ETN 악하 ㅁ
안 VV+ETM 알 ㄴ
안간힘 NNG 안/NNG 간힘/NNG
안감 NNG 안/NNG 감/NNG
안겨 VV+EC 안기 어
안겨준 VV+EC+VX+ETM 안기 어 주 ㄴ
안다 VV+EC 알 ㄴ다
안다 VV+EF 알 ㄴ다
안다고 VV+EC 알 ㄴ다고
안다는 VV+ETM 알 ㄴ다는
안다면 VV+EC 알 ㄴ다면
안들 NNG 안/NNG 들/NNG
안락사 NNG 안락/NNG 사/NNG
안성맞춤 NNG 안성/NNG 맞춤/NNG
안식처 NNG 안식/NNG 처/NNG
안쓰러운 VA+ETM 안쓰럽 ㄴ
안쓰러울 VA+ETM 안쓰럽 ㄹ
안쓰러움 VA+ETN 안쓰럽 ㅁ
안쓰러워 VA+EC 안쓰럽 어
안쓰러워서 VA+EC 안쓰럽 어서
안쓰러웠 VA+EP 안쓰럽 었
안타까운 VA+ETM 안타깝 ㄴ
안타까울 VA+ETM 안타깝 ㄹ
안타까움 VA+ETN 안타깝 ㅁ
안타까워 VA+EC 안타깝 어
안타까워 VA+EF 안타깝 어
안타까워서 VA+EC 안타깝 어서
안타까웠 VA+EP 안타깝 었
앉혀 VV+EC 앉히 어
알 VV+ETM 알 ㄹ
알려 VV+EC 알리 어
알려야 VV+EC 알리 어야
알려져 VV+EC+VX+EC 알리 어 지 어
알려져야 VV+EC+VX+EC 알리 어 지 어야
알려졌 VV+EC+VX+EP 알리 어 지 었
알려준 VV+ETM 알려주 ㄴ
알려준다 VV+EC+VX+EF 알리 어 주 ㄴ다
알려줌 VV+EC+VX+ETN 알리 어 주 ㅁ
알려진 VV+EC+VX+ETM 알리 어 지 ㄴ
알렸 VV+EP 알리 었
알린 VV+ETM 알리 ㄴ
알릴 VV+ETM 알리 ㄹ
알몸 NNG 알/NNG 몸/NNG
알아들 VV 알아듣
알아본 VV+ETM 알아보 ㄴ
알아볼 VV+ETM 알아보 ㄹ
알아봐 VV+EC 알아보 아
알찬 VA+ETM 알차 ㄴ
알찼 VA+EP 알차 았
알탄 NNG 알/NNG 탄/NNG
알포인트 NNP 알/NNG 포인트/NNG
앎 VV+ETN 알 ㅁ
암것도 MM+NNB+JX 아무 것 도
암흑기 NNG 암흑/NNG 기/NNG
압박감 NNG 압박/NNG 감/NNG
았 VX+EP 오 았
앞날 NNG 앞/NNG 날/NNG
앞니 NNG 앞/NNG 니/NNG
앞둔 VV+ETM 앞두 ㄴ
앞뒤 NNG 앞/NNG 뒤/NNG
앞부분 NNG 앞/NNG 부분/NNG
앞서 VV+EC 앞서 어
앞서간 VV+ETM 앞서가 ㄴ
앞선 VV+ETM 앞서 ㄴ
앞선다 VV+EF 앞서 ㄴ다
앞섰 VV+EP 앞서 었
앞세운 VV+ETM 앞세우 ㄴ
앞세워 VV+EC 앞세우 어
애간장 NNG 애/NNG 간장/NNG
애국가 NNG 애국/NNG 가/NNG
애국심 NNG 애국/NNG 심/NNG
애국자 NNG 애국/NNG 자/NNG
애달픈 VA+ETM 애달프 ㄴ
애마부인 NNP 애마/NNG 부인/NNG
애매모호 NNG 애매/NNG 모호/NNG
애새끼 NNG 애/NNG 새끼/NNG
애송이 NNG 애/NNG 송이/NNG
애써 VV+EC 애쓰 어
애써서 VV+EC 애쓰 어서
애썼 VV+EP 애쓰 었
애쓴 VV+ETM 애쓰 ㄴ
애쓴다 VV+EF 애쓰 ㄴ다
애완견 NNG 애완/NNG 견/NNG
애처로운 VA+ETM 애처롭 ㄴ
애청자 NNG 애청/NNG 자/NNG
애호가 NNG 애호/NNG 가/NNG
액션물 NNG 액션/NNG 물/NNG
앤 NNG+JX 애 ㄴ
앨 NNG+JKO 애 ㄹ
앳된 VA+ETM 앳되 ㄴ
앵무새 NNG 앵무/NNG 새/NNG
야 EC+VX 어야 하
야 VCP+EC 이 야
야 VCP+EF 이 야
야겠다 EC+VX+EP+EC ㅏ야 하 겠 다
야겠다 EC+VX+EP+EF ㅏ야 하 겠 다
야구장 NNG 야구/NNG 장/NNG
야구팬 NNG 야구/NNG 팬/NNG
야만인 NNG 야만/NNG 인/NNG
야밤 NNG 야/NNG 밤/NNG
야인시대 NNP 야인/NNG 시대/NNG
야한 VA+ETM 야하 ㄴ
야할 VA+ETM 야하 ㄹ
야해 VA+EC 야하 아
야해서 VA+EC 야하 ㅕ서
야했 VA+EP 야하 았
약발 NNG 약/NNG 발/NNG
약육강식 NNG 약육/NNG 강식/NNG
약한 VA+ETM 약하 ㄴ
약함 VA+ETN 약하 ㅁ
약해 VA+EC 약하 아
약해 VA+EF 약하 아
약해서 VA+EC 약하 아서
약해졌 VA+EC+VX+EP 약하 아 지 었
약해진 VA+EC+VX+ETM 약하 아 지 ㄴ
약해진다 VA+EC+VX+EF 약하 아 지 ㄴ다
약했 VA+EP 약하 았
약혼자 NNG 약혼/NNG 자/NNG
얄미운 VA+ETM 얄밉 ㄴ
양다리 NNG 양/NNG 다리/NNG
양아치 NNG 양/NNG 아치/NNG
양쪽 NNG 양/NNG 쪽/NNG
양파 NNG 양/NNG 파/NNG
얘긴 NNG+JX 얘기 ㄴ
얘긴 NNG+VCP+ETM 얘기 이 ㄴ
얘긴데 NNG+VCP+EC 얘기 이 ㄴ데
얘긴지 NNG+VCP+EC 얘기 이 ㄴ지
얘길 NNG+JKO 얘기 ㄹ
어긋난 VV+ETM 어긋나 ㄴ
어덯 VA 어떻
어두운 VA+ETM 어둡 ㄴ
어두워 VA+EC 어둡 어
어두워서 VA+EC 어둡 어서
어두웠 VA+EP 어둡 었
어딘가 NP+VCP+EC 어디 이 ㄴ가
어딘가 NP+VCP+EF 어디 이 ㄴ가
어딘지 NP+VCP+EC 어디 이 ㄴ지
어딜 NP+JKO 어디 ㄹ
어딨 NP+VCP+EP 어디 이 ㅓㅆ
어따 NP+JX 어디 다
어때 VA+EC 어떻 어
어때 VA+EF 어떻 어
어때서 VA+EF 어떻 어서
어때요 VA+EF 어떻 어요
어땠 VA+EP 어떻 었
어땠을까 VA+EP+EC 어떻 었 을까
어떠 VA 어떻
어떤가 MM+EC 어떻 ㄴ가
어떤지 VA+EC 어떻 ㄴ지
어떤지는 VA+EC+JX 어떻 ㄴ지 는
어떨 VA+ETM 어떻 ㄹ
어떨까 VA+EC 어떻 ㄹ까
어떨까 VA+EF 어떻 ㄹ까
어떨지 VA+EC 어떻 ㄹ지
어떨지는 VA+EC+JX 어떻 ㄹ지 는
어뜨케 VA+EC 어뀫 게
어라 VCP+EC 이 어라
어려 VV+EC 어리 어
어려서 VA+EC 어리 어서
어려우 VA 어렵
어려운 VA+ETM 어렵 ㄴ
어려운게 VA+ETM+NNB+JKS 어렵 ㄴ 것 이
어려운데 VA+EC 어렵 ㄴ데
어려운지 VA+EC 어렵 ㄴ지
어려울 VA+ETM 어렵 ㄹ
어려움 VA+ETN 어렵 음
어려워 VA+EC 어렵 어
어려워 VA+EF 어렵 어
어려워서 VA+EC 어렵 어서
어려워요 VA+EC 어렵 어요
어려웠 VA+EP 어렵 었
어려웠어요 VA+EP+EF 어렵 었 어요
어렷 VA+EP 어리 었
어렸 VA+EP 어리 었
어루만져 VV+EC 어루만지 어
어린 VA+ETM 어리 ㄴ
어린가 VA+EF 어리 ㄴ가
어린아이 NNG 어린/NNG 아이/NNG
어린애 NNG 어린/NNG 애/NNG
어린이날 NNP 어린이/NNG 날/NNG
어릴 VA+ETM 어리 ㄹ
어머님 NNG 어머/NNG 님/NNG
어선 EC+JX 어서 ㄴ
어설퍼 VA+EC 어설프 어
어설퍼서 VA+EC 어설프 어서
어설펐 VA+EP 어설프 었
어설픈 VA+ETM 어설프 ㄴ
어설픔 VA+ETN 어설프 ㅁ
어슬픈 VA+ETM 어슬프 ㄴ
어야 VCP+EC 이 어야
어여쁜 VA+ETM 어여쁘 ㄴ
어우러 VV+EC 어우르 어
어우러져 VV+EC 어우러지 어
어우러져서 VV+EC 어우러지 어서
어우러졌 VV+EP 어우러지 었
어우러진 VV+ETM 어우러지 ㄴ
어우러진다 VV+EF 어우러지 ㄴ다
어우러짐 VV+ETN 어우러지 ㅁ
어울러 VV+EC 어우르 어
어울려 VV+EC 어울리 어
어울려 VV+EF 어울리 어
어울려서 VV+EC 어울리 어서
어울려요 VV+EF 어울리 ㅓ요
어울려져 VV+EC+VX+EC 어울리 어 지 어
어울렸 VV+EP 어울리 었
어울린 VV+ETM 어울리 ㄴ
어울린다 VV+EC 어울리 ㄴ다
어울린다 VV+EF 어울리 ㄴ다
어울린다고 VV+EC 어울리 ㄴ다고
어울린다는 VV+ETM 어울리 ㄴ다는
어울릴 VV+ETM 어울리 ㄹ
어울릴까 VV+EC 어울리 ㄹ까
어울릴까 VV+EF 어울리 ㄹ까
어울림 VV+ETN 어울리 ㅁ
어울립니다 VV+EF 어울리 ㅂ니다
어울어져 VV+EC 어우러지 어
어젯밤 NNG 어젯/NNG 밤/NNG
어지러운 VA+ETM 어지럽 ㄴ
어지러움 VA+ETN 어지럽 ㅁ
어지러워 VA+EC 어지럽 어
어지러워서 VA+EC 어지럽 어서
어지러웠 VA+EP 어지럽 었
어질 EC+JKO 지 ㄹ
어째 MAG+XSV+EC 어찌 하 아
어째 VV+EC 어쩌 어
어째 VV+EF 어쩌 어
어째서 MAG+XSV+EC 어찌 하 아서
어쨌 VV+EP 어쩌 었
어쨌건 MAG+XSV+EP+EC 어찌 하 았 건
어쨌든 MAG+XSV+EP+EC 어찌 하 았 든
어쨌든 VA+EP+EC 어쩧 ㅕㅆ 든
어쩌구 MAG+XSV+EC 어찌 하 구
어쩔 VV+ETM 어쩌 ㄹ
어쩜 VV+ETN 어쩌 ㅁ
억눌린 VV+ETM 억눌리 ㄴ
억지웃음 NNG 억지/NNG 웃음/NNG
언 VV+ETM 얼 ㄴ
언론인 NNG 언론/NNG 인/NNG
언젠가 NP+VCP+EF 언제 이 ㄴ가
언젠간 MAG+JX 언젠가 ㄴ
언젠간 NP+VCP+EC+JX 언제 이 ㄴ가 ㄴ
언젠데 MAG+VCP+EF 언제 이 ㄴ데
얹혀 VV+EC 얹히 어
얼 VV+ETM 얼 ㄹ
얼간 NNG 얼/NNG 간/NNG
얼룩진 VV+ETM 얼룩지 ㄴ
얼빠진 VV+ETM 얼빠지 ㄴ
얼음 NNG 얼/NNG 음/NNG
얼치기 NNG 얼/NNG 치기/NNG
얽혀 VV+EC 얽히 어
얽혀서 VV+EC 얽히 어서
얽히고설킨 VV+ETM 얽히고설키 ㄴ
얽힌 VV+ETM 얽히 ㄴ
엄청나 VA+EC 엄청나 아
엄청난 VA+ETM 엄청나 ㄴ
엄청남 VA+ETN 엄청나 ㅁ
엄청납니다 VA+EF 엄청나 ㅂ니다
엄청났 VA+EP 엄청나 았
엄한 VA+ETM 엄하 ㄴ
업 VA 없
없애 VV+EC 없애 ㅓ
없앨 VV+ETM 없애 ㄹ
없앴 VV+EP 없애 었
없인 MAG+JX 없이 ㄴ
엇갈린 VV+ETM 엇갈리 ㄴ
었잖 EC+VX 지 않
엉망진창 NNG 엉망/NNG 진창/NNG
엉켜 VV+EC 엉키 어
엉킨 VV+ETM 엉키 ㄴ
엊그제 NNG 엊/NNG 그제/NNG
에 NNG+JKB 점 에
에겐 JKB+JX 에게 ㄴ
에선 JKB+JX 에서 ㄴ
에요 VCP+EF 이 에요
엑스파일 NNP 엑스/NNG 파일/NNG
엔 JKB+JX 에 ㄴ
엔가 JKB+VCP+EC 에 이 ㄴ가
엘 JKB+JKO 에 ㄹ
여 EC+VCP 아 이
여 JKS+EF 이 어
여 VCP+EC 이 어
여 VCP+EF 이 여
여 VV 열
여겨 VV+EC 여기 어
여겨야 VV+EC 여기 어야
여겼 VV+EP 여기 었
여고생 NNG 여고/NNG 생/NNG
여기자 NNG 여/NNG 기자/NNG
여기저기 NNG 여기/NNG 저기/NNG
여긴 NP+JX 여기 ㄴ
여길 NP+JKO 여기 ㄹ
여길 VV+ETM 여기 ㄹ
여대생 NNG 여대/NNG 생/NNG
여도 VCP+EC 이 ㅓ도
여동생 NNG 여/NNG 동생/NNG
여름날 NNG 여름/NNG 날/NNG
여름밤 NNG 여름/NNG 밤/NNG
여린 VA+ETM 여리 ㄴ
여배우 NNG 여/NNG 배우/NNG
여서 VCP+EC 이 어서
여선생 NNG 여/NNG 선생/NNG
여성부 NNG 여성/NNG 부/NNG
여성상 NNG 여성/NNG 상/NNG
여신상 NNG 여신/NNG 상/NNG
여야 VCP+EC 이 어야
여야만 VCP+EC 이 어야만
여요 VCP+EF 이 ㅓ요
여잔 NNG+JX 여자 ㄴ
여잔데 NNG+VCP+EC 여자 이 ㄴ데
여전사 NNG 여/NNG 전사/NNG
여주인 NNG 여/NNG 주인/NNG
여주인공 NNG 여/NNG 주인/NNG 공/NNG
여준다 EC+VX+EC 아 주 ㄴ다
여줌 EC+VX+ETN 아 주 ㅁ
여짐 EC+VX+ETN 아 지 ㅁ
여학생 NNG 여/NNG 학생/NNG
여행기 NNG 여행/NNG 기/NNG
여행자 NNG 여행/NNG 자/NNG
여행지 NNG 여행/NNG 지/NNG
역겨운 VA+ETM 역겹 ㄴ
역겨울 VA+ETM 역겹 ㄹ
역겨움 VA+ETN 역겹 ㅁ
역겨워 VA+EC 역겹 어
역겨워서 VA+EC 역겹 어서
역겨웠 VA+EP 역겹 었
역사관 NNG 역사/NNG 관/NNG
역사물 NNG 역사/NNG 물/NNG
역사책 NNG 역사/NNG 책/NNG
역쉬 NNG 역/NNG 쉬/NNG
역주행 NNG 역/NNG 주행/NNG
역효과 NNG 역/NNG 효과/NNG
엮여 VV+EC 엮이 어
엮인 VV+ETM 엮이 ㄴ
연 NNG+VCP 연 이
연 NNG+VCP+EC 연 이 라고
연 VV+ETM 열 ㄴ
연가시 NNG 연/NNG 가시/NNG
연금술사 NNG 연금/NNG 술/NNG 사/NNG
연기력 NNG 연기/NNG 력/NNG
연기자 NNG 연기/NNG 자/NNG
연기파 NNG 연기/NNG 파/NNG
연다 VV+EC 열 ㄴ다
연대기 NNG 연대/NNG 기/NNG
연령층 NNG 연령/NNG 층/NNG
연상연하 NNP 연상/NNG 연하/NNG
연속극 NNG 연속/NNG 극/NNG
연애담 NNG 연애/NNG 담/NNG
연애시대 NNP 연애/NNG 시대/NNG
연애질 NNG 연애/NNG 질/NNG
연예계 NNG 연예/NNG 계/NNG
연예인 NNG 연예/NNG 인/NNG
연이 VV 연잇
연장선 NNG 연장/NNG 선/NNG
연주가 NNG 연주/NNG 가/NNG
연주회 NNG 연주/NNG 회/NNG
연출가 NNG 연출/NNG 가/NNG
연출력 NNG 연출/NNG 력/NNG
연출자 NNG 연출/NNG 자/NNG
연한 VA+ETM 연하 ㄴ
연합군 NNG 연합/NNG 군/NNG
열등감 NNG 열등/NNG 감/NNG
열려 VV+EC 열리 어
열린 VV+ETM 열리 ㄴ
열린다 VV+EF 열리 ㄴ다
열릴 VV+ETM 열리 ㄹ
열쇠 NNG 열/NNG 쇠/NNG
열혈남아 NNG 열혈/NNG 남아/NNG
엿 VCP+EP 이 었
엿보였 VV+EP 엿보이 었
엿보인다 VV+EF 엿보이 ㄴ다
엿본 VV+ETM 엿보 ㄴ
엿볼 VV+ETM 엿보 ㄹ
였 VCP+EP 이 었
였 VV+EP 이 었
였어요 VCP+EP+EC 이 었 어요
였었 VCP+EP 이 ㅓㅆ었
였으나 EP+EC 았 으나
였으나 VCP+EP+EC 이 었 으나
였으니 VCP+EP+EC 이 었 으니
였으며 EP+EC 았 으며
였으며 VCP+EP+EC 이 었 으며
였으면 EP+EC 았 으면
였으면 VCP+EP+EC 이 었 으면
였을 EP+ETM 았 을
였을 VCP+EP+ETM 이 었 을
였을까 EP+EC 았 을까
였을까 VCP+EP+EC 이 었 을까
였음을 VCP+EP+ETN+JKO 이 었 음 을
영국인 NNG 영국/NNG 인/NNG
영상물 NNG 영상/NNG 물/NNG
영상미 NNG 영상/NNG 미/NNG
영웅담 NNG 영웅/NNG 담/NNG
영웅본색 NNP 영웅/NNG 본색/NNG
영웅주의 NNG 영웅/NNG 주의/NNG
영향력 NNG 영향/NNG 력/NNG
영화계 NNG 영화/NNG 계/NNG
영화관 NNG 영화/NNG 관/NNG
영화광 NNG 영화/NNG 광/NNG
영화배우 NNG 영화/NNG 배우/NNG
영화사 NNG 영화/NNG 사/NNG
영화상 NNG 영화/NNG 상/NNG
영화인 NNG 영화/NNG 인/NNG
영화제 NNG 영화/NNG 제/NNG
영화채널 NNP 영화/NNG 채널/NNG
영화판 NNG 영화/NNG 판/NNG
영환 NNG+JX 영화 ㄴ
영환 NNG+VCP+ETM 영화 이 ㄴ
영환데 NNG+VCP+EC 영화 이 ㄴ데
영환데 NNG+VCP+EF 영화 이 ㄴ데
영활 NNG+JKO 영화 ㄹ
옆집 NNG 옆/NNG 집/NNG
예고편 NNG 예고/NNG 편/NNG
예비군 NNG 예비/NNG 군/NNG
예뻐 VA+EC 예쁘 어
예뻐 VA+EF 예쁘 어
예뻐서 VA+EC 예쁘 어서
예뻐요 VA+EC 예쁘 어요
예뻐요 VA+EF 예쁘 어요
예뻤 VA+EP 예쁘 었
예쁜 VA+ETM 예쁘 ㄴ
예쁜데 VA+EC 예쁘 ㄴ데
예쁜지 VA+EC 예쁘 ㄴ지
예쁠 VA+ETM 예쁘 ㄹ
예쁨 VA+ETN 예쁘 ㅁ
예쁩니다 VA+EF 예쁘 ㅂ니다
예상외 NNG 예상/NNG 외/NNG
예술가 NNG 예술/NNG 가/NNG
예술품 NNG 예술/NNG 품/NNG
예언자 NNG 예언/NNG 자/NNG
예여 VCP+EF 이 ㅔ여
예요 VCP+EF 이 ㅔ요
예체능 NNG 예/NNG 체능/NNG
옛날 NNG 옛/NNG 날/NNG
옛사랑 NNG 옛/NNG 사랑/NNG
옛스러운 VA+ETM 옛스럽 ㄴ
오 VCP+EC 이 오
오 VV+EC 오 아
오 VV+EF 오 오
오가 VV+EC 오가 아
오그라드 VV 오그라들
오그라들 VV+ETM 오그라들 ㄹ
오늘날 NNG 오늘/NNG 날/NNG
오락물 NNG 오락/NNG 물/NNG
오락실 NNG 오락/NNG 실/NNG
오래간다 VV+EF 오래가 ㄴ다
오래간만 NNG 오래간/NNG 만/NNG
오래갈 VV+ETM 오래가 ㄹ
오래전 NNG 오래/NNG 전/NNG
오랜만 NNG 오랜/NNG 만/NNG
오랫동안 NNG 오랫/NNG 동안/NNG
오랫만 NNG 오랫/NNG 만/NNG
오랬 VA+EP 오래 었
오른 VV+ETM 오르 ㄴ
오른다 VV+EC 오르 ㄴ다
오른다 VV+EF 오르 ㄴ다
오른쪽 NNG 오른/NNG 쪽/NNG
오를 VV+ETM 오르 ㄹ
오름 VV+ETN 오르 ㅁ
옥수수 NNG 옥/NNG 수수/NNG
온 EC+VX+ETM 아 오 ㄴ
온 VV+ETM 오 ㄴ
온 VX+ETM 오 ㄴ
온다 VV+EC 오 ㄴ다
온다 VV+EF 오 ㄴ다
온다 VX+EF 오 ㄴ다
온다고 VV+EC 오 ㄴ다고
온다는 VV+ETM 오 ㄴ다는
온다는 VX+ETM 오 ㄴ다는
온다니 VV+EC 오 ㄴ다니
온다면 VV+EC 오 ㄴ다면
온데 VV+EC 오 ㄴ데
온몸 NNG 온/NNG 몸/NNG
올 EC+VX 아 오
올 EP+ETM 오 ㄹ
올 NR+VCP+ETM 오 이 ㄹ
올 VV+ETM 오 ㄹ
올까 VV+EC 오 ㄹ까
올까 VV+EF 오 ㄹ까
올까 VX+EC 오 ㄹ까
올까 VX+EF 오 ㄹ까
올꺼 VV+ETM+NNB+VCP 오 ㄹ 거 이
올라 VV+EC 오르 아
올라가 VV+EC 올라가 아
올라간 VV+ETM 올라가 ㄴ
올라간다 VV+EF 올라가 ㄴ다
올라갈 VV+ETM 올라가 ㄹ
올라갔 VV+EP 올라가 았
올라서 VV+EC 오르 아서
올라온 VV+ETM 올라오 ㄴ
올라온다 VV+EF 올라오 ㄴ다
올라올 VV+ETM 올라오 ㄹ
올라와 VV+EC 올라오 아
올라와서 VV+EC 올라오 아서
올라왔 VV+EP 올라오 았
올랐 VV+EP 오르 았
올래 VV+EC 오 ㄹ래
올려 VV+EC 올리 어
올려놨 VV+EP 올려놓 았
올려라 VV+EC 올리 어라
올려서 VV+EC 올리 어서
올려야 VV+EC 올리 어야
올려야 VV+EC+VX 올리 어야 하
올려야지 VV+EF 올리 ㅓ야지
올려준다 VV+EC+VX+EC 올리 어 주 ㄴ다
올렸 VV+EP 올리 었
올린 VV+ETM 올리 ㄴ
올린다 VV+EC 올리 ㄴ다
올린다 VV+EF 올리 ㄴ다
올릴 VV+ETM 올리 ㄹ
올림 VV+EC 올리 ㅁ
올림 VV+ETN 올리 ㅁ
올립니다 VV+EC 올리 ㅂ니다
올립니다 VV+EF 올리 ㅂ니다
올립시다 VV+EF 올리 ㅂ시다
올바른 VA+ETM 올바르 ㄴ
올지 VV+EC 오 ㄹ지
올해 NNG 올/NNG 해/NNG
옮겨 VV+EC 옮기 어
옮겼 VV+EP 옮기 었
옮긴 VV+ETM 옮기 ㄴ
옴 VV+ETN 오 ㅁ
옴 VX+ETN 오 ㅁ
옵니다 VV+EC 오 ㅂ니다
옵니다 VV+EF 오 ㅂ니다
옵니다 VX+EF 오 ㅂ니다
와 VV+EC 오 아
와 VV+EF 오 아
와다 VV+EC+VX 오 아 달
와도 VV+EC 오 아도
와도 VX+EC 오 아도
와라 VV+EC 오 아라
와라 VX+EF 오 아라
와버린 VV+EC+VX+ETM 오 아 버리 ㄴ
와서 VV+EC 오 아서
와서야 VV+EC 오 아서야
와선 VV+EC+JX 오 아서 ㄴ
와야 VV+EC 오 아야
와야 VX+EC+VX 오 아야 하
와와 VV+EC+VX+EC 오 아 오 아
와와와 VV+EC+VX+EC+VX+EC 오 아 오 아 오 아
와요 VV+EC 오 아요
와요 VV+EF 오 ㅏ요
와요 VX+EC 오 아요
완 JKB+JX 와 ㄴ
완 VV+EF 오 안
완성도 NNG 완성/NNG 도/NNG
왓 VV+EP 오 앗
왔 EC+VV+EP 아 오 았
왔 VV+EP 오 았
왔 VX+EP 오 았
왔었 VV+EP 오 았었
왔었 VX+EP 오 았었
왔으나 VX+EP+EC 오 았 으나
왔음 VV+EP+EC 오 았 으면
왕따 NNG 왕/NNG 따/NNG
왜놈 NNG 왜/NNG 놈/NNG
왠 MAG+VCP+ETM 왜 이 ㄴ
왠 MM 웬
왠걸 MAG+VCP+EC 왜 이 ㄴ걸
왠만해서 XR+XSA+EC 웬만 하 아서
외계인 NNG 외계/NNG 인/NNG
외국인 NNG 외국/NNG 인/NNG
외로운 VA+ETM 외롭 ㄴ
외로울 VA+ETM 외롭 ㄹ
외로워 VA+EC 외롭 어
외로웠 VA+EP 외롭 었
외울 VV+ETM 외우 ㄹ
외워 VV+EC 외우 어
외웠 VV+EP 외우 었
외쳐 VV+EC 외치 어
외쳤 VV+EP 외치 었
외친다 VV+EF 외치 ㄴ다
외칠 VV+ETM 외치 ㄹ
외할머니 NNG 외/NNG 할머니/NNG
왼 VV+ETM 외 ㄴ
왼쪽 NNG 왼/NNG 쪽/NNG
욀 VV+ETM 외 ㄹ
요 VCP+EC 이 오
요 VCP+EF 이 오
요건 NP+JX 요거 ㄴ
요리사 NNG 요리/NNG 사/NNG
요번 NNG 요/NNG 번/NNG
요상한 VA+ETM 요상하 ㄴ
요새 NNG 요/NNG 새/NNG
요샌 MAG+JX 요새 ㄴ
요샌 NNG+JX 요새 ㄴ
요소요소 NNG 요소/NNG 요소/NNG
요오 NNG 요/NNG 오/NNG
요즈음 NNG 요/NNG 즈음/NNG
요즘 NNG 요/NNG 즘/NNG
욕한 VV+ETM 욕하 ㄴ
욕할 VV+ETM 욕하 ㄹ
욕함 VV+ETN 욕하 ㅁ
욕해 VV+EC 욕하 아
욕했 VV+EP 욕하 았
용두사미 NNG 용두/NNG 사미/NNG
용의자 NNG 용의/NNG 자/NNG
우 VCP+EC 이 우
우 VCP+EF 이 우
우 VV 울
우겨 VV+EC 우기 어
우러 VV+EC 우르 어
우러러 VV+EC 우러르 어
우려 VV+EC 우리 어
우려낸 VV+ETM 우려내 ㄴ
우리나라 NNG 우리/NNG 나라/NNG
우린 NP+JX 우리 ㄴ
우릴 NP+JKO 우리 ㄹ
우릴 VV+ETM 우리 ㄹ
우셨 VV+EP+EP 울 시 었
우스운 VA+ETM 우습 ㄴ
우승자 NNG 우승/NNG 자/NNG
우울증 NNG 우울/NNG 증/NNG
우울해 VV+EC 우울하 아
우월주의 NNG 우월/NNG 주의/NNG
우주선 NNG 우주/NNG 선/NNG
욱일승천 NNG 욱일/NNG 승천/NNG
운 VV+ETM 울 ㄴ
운다 VV+EC 울 ㄴ다
울 VV+ETM 울 ㄹ
울려 VV+EC 울리 어
울려요 VV+EF 울리 ㅓ요
울렸 VV+EP 울리 었
울린 VV+ETM 울리 ㄴ
울린다 VV+EC 울리 ㄴ다
울린다 VV+EF 울리 ㄴ다
울릴 VV+ETM 울리 ㄹ
울립니다 VV+EF 울리 ㅂ니다
울음 NNG 울/NNG 음/NNG
울화통 NNG 울화/NNG 통/NNG
움직여 VV+EC 움직이 어
움직였 VV+EP 움직이 었
움직인 VV+ETM 움직이 ㄴ
움직인다 VV+EC 움직이 ㄴ다
움직인다 VV+EF 움직이 ㄴ다
움직일 VV+ETM 움직이 ㄹ
움직임 VV+ETN 움직이 ㅁ
움켜 VV+EC 움키 어
웃 VV+EP 오 ㅏㅆ
웃겨 VV+EC 웃기 어
웃겨 VV+EF 웃기 ㅓ
웃겨서 VV+EC 웃기 어서
웃겨서 VV+EF 웃기 ㅓ서
웃겨야 VV+EC 웃기 어야
웃겨요 VV+EF 웃기 어요
웃겼 VV+EP 웃기 ㅓㅆ
웃긴 VV+ETM 웃기 ㄴ
웃긴다 VV+EC 웃기 ㄴ다
웃긴다 VV+EF 웃기 ㄴ다
웃긴데 VV+EC 웃기 ㄴ데
웃긴데 VV+EF 웃기 ㄴ데
웃길 VV+ETM 웃기 ㄹ
웃길려고 VV+EC 웃기 ㄹ려고
웃음 NNG 웃/NNG 음/NNG
웃음기 NNG 웃음/NNG 기/NNG
원동력 NNG 원동/NNG 력/NNG
원랜 MAG+JX 원래 ㄴ
원맨쇼 NNG 원맨/NNG 쇼/NNG
원시인 NNG 원시/NNG 인/NNG
원작자 NNG 원작/NNG 자/NNG
원제목 NNG 원/NNG 제목/NNG
원주민 NNG 원주/NNG 민/NNG
원주율 NNG 원주/NNG 율/NNG
원치 VV+EC 원하 지
원한 VV+ETM 원하 ㄴ
원한다 VV+EC 원하 ㄴ다
원한다 VV+EF 원하 ㄴ다
원한다면 VV+EC 원하 ㄴ다면
원한다면 VV+EF 원하 ㄴ다면
원할 VV+ETM 원하 ㄹ
원해 VV+EC 원하 아
원해서 VV+EC 원하 아서
원해요 VV+EC 원하 아요
원했 VV+EP 원하 았
월드컵 NNG 월드/NNG 컵/NNG
월스트리트 NNP 월/NNG 스트리트/NNP
월요일 NNG 월/NNG 요일/NNG
웨 VV+EC 웨 어
웬 MM 왠
위선자 NNG 위선/NNG 자/NNG
위안부 NNG 위안/NNG 부/NNG
위원회 NNG 위원/NNG 회/NNG
위한 VV+ETM 위하 ㄴ
위함 VV+ETN 위하 ㅁ
위해 VV+EC 위하 아
위해 VV+EF 위하 아
위해서 VV+EC 위하 아서
위해서 VV+EC+VCP 위하 아서 이
위해선 VV+EC+JX 위하 아서 ㄴ
위화감 NNG 위화/NNG 감/NNG
유 VCP+EF 이 유
유괴범 NNG 유괴/NNG 범/NNG
유년기 NNG 유년/NNG 기/NNG
유리창 NNG 유리/NNG 창/NNG
유명세 NNG 유명/NNG 세/NNG
유발자 NNG 유발/NNG 자/NNG
유부남 NNG 유부/NNG 남/NNG
유부녀 NNG 유부/NNG 녀/NNG
유실물 NNG 유실/NNG 물/NNG
유일무이 NNG 유일/NNG 무이/NNG
유전자 NNG 유전/NNG 자/NNG
유치원 NNG 유치/NNG 원/NNG
유치원생 NNG 유치/NNG 원/NNG 생/NNG
유태인 NNP 유태/NNG 인/NNG
유행어 NNG 유행/NNG 어/NNG
으로 ETN+JKB ㅁ 으로
으로 NNG+JKB 점 으로
으로선 JKB+JX 으로서 ㄴ
으론 JKB+JX 으로 ㄴ
으세요 EP+EP+EC 으시 시 어요
으셔서 EP+EC 으시 어서
으셨 EP+EP 시 ㅓㅆ
으셨 EP+EP+EC 으시 었 는지
으셨어요 EP+EP+EF 으시 ㅓㅆ 어요
으셨으면 EP+EP+EC 으시 ㅓㅆ 으면
으셨을 EP+EP+ETM 으시 었 을
으신 EP+ETM 으시 ㄴ
으신가 EP+EP+EC 으시 시 ㄴ가
으신다면 EP+EC 으시 ㄴ다면
으신데 EP+EP+EC 으시 시 ㄴ데
으실 EP+ETM 으시 ㄹ
으십니다 EP+EP+EF 으시 시 ㅂ니다
은진 EC+JX 은지 ㄴ
은하철도 NNP 은하/NNG 철도/NNG
은행털이 NNG 은행/NNG 털이/NNG
을 NNG+JKO 점 을
을진 EC+JX 을지 ㄴ
음악가 NNG 음악/NNG 가/NNG
음악인 NNG 음악/NNG 인/NNG
음양사 NNG 음양/NNG 사/NNG
음주운전 NNP 음주/NNG 운전/NNG
의구심 NNG 의구/NNG 심/NNG
의뢰인 NNG 의뢰/NNG 인/NNG
의무감 NNG 의무/NNG 감/NNG
의문점 NNG 의문/NNG 점/NNG
의사소통 NNG 의사/NNG 소통/NNG
의한 VV+ETM 의하 ㄴ
의해 VV+EC 의하 아
의해서 VV+EC 의하 ㅕ서
이건 NP+JX 이거 ㄴ
이건가 NP+VCP+EF 이것 이 ㄴ가
이걸 NP+JKO 이것 ㄹ
이걸로 NP+JKB 이거 ㄹ로
이것저것 NNG 이것/NNG 저것/NNG
이게 NP+JKC 이거 ㅣ
이게 NP+JKS 이것 이
이겨 VV+EC 이기 어
이겨낼 VV+EC+VX+ETM 이기 어 내 ㄹ
이겨냈 VV+EC+VX+EP 이기 어 내 었
이겨서 VV+EC 이기 어서
이겨야 VV+EC 이기 어야
이겼 VV+EP 이기 었
이기 NP+JKS 이기 이
이기심 NNG 이기/NNG 심/NNG
이기주의 NNG 이기/NNG 주의/NNG
이긴 VV+ETM 이기 ㄴ
이긴다 VV+EC 이기 ㄴ다
이긴다는 VV+ETM 이기 ㄴ다는
이길 VV+ETM 이기 ㄹ
이끄 VV 이끌
이끈 VV+ETM 이끌 ㄴ
이끌 VV+ETM 이끌 ㄹ
이끌려 VV+EC 이끌리 어
이끌림 VV+ETN 이끌리 ㅁ
이끌어냈 VV+EP 이끌어내 ㅓㅆ
이나 NNG+JC 직 이나
이날 NNG 이/NNG 날/NNG
이니 VCN 아니
이딴 MAG+JX 이따 ㄴ
이때 NNG 이/NNG 때/NNG
이랄 VV+ETM 이라 ㄹ
이래 VA+EC 이렇 어
이래 VA+EF 이렇 ㅕ
이래 VV+EC 이러 어
이래 VV+EF 이러 어
이래도 VA+EC 이렇 어도
이래도 VV+EC 이러 어도
이래서 VV+EC 이러 어서
이래야 VV+EC 이러 ㅓ야
이래야지 VV+EF 이러 ㅕ야지
이래요 VA+EF 이렇 어요
이랬 VV+EP 이러 ㅕㅆ
이랬었 VV+EP 이러 ㅕㅆ었
이런지 VA+EC 이렇 ㄴ지
이럴 VA+ETM 이렇 ㄹ
이럴 VV+ETM 이러 ㄹ
이럴까 VA+EC 이렇 ㄹ까
이럴까 VV+EF 이러 ㄹ까
이럼 VV+EC 이러 ㅁ
이루어져 VV+EC 이루어지 어
이루어진 VV+ETM 이루어지 ㄴ
이루어진다 VV+EC 이루어지 ㄴ다
이루어진다 VV+EF 이루어지 ㄴ다
이루어질 VV+ETM 이루어지 ㄹ
이룬 VV+ETM 이루 ㄴ
이룬다 VV+EC 이루 ㄴ다
이룬다 VV+EF 이루 ㄴ다
이룰 VV+ETM 이루 ㄹ
이룸 VV+ETN 이루 ㅁ
이뤄 VV+EC 이루 어
이뤄낸 VV+EC+VX+ETM 이루 어 내 ㄴ
이뤄지는 VV+ETM 이루어지 는
이뤄지지 VV+EC 이루어지 지
이뤄진 VV+ETM 이루어지 ㄴ
이뤘 VV+EP 이루 었
이른 VA+ETM 이르 ㄴ
이른다 VV+EF 이르 ㄴ다
이를 VV+ETM 이르 ㄹ
이름값 NNG 이름/NNG 값/NNG
이름표 NNG 이름/NNG 표/NNG
이민자 NNG 이민/NNG 자/NNG
이발사 NNG 이발/NNG 사/NNG
이방인 NNG 이방/NNG 인/NNG
이번 NNG 이/NNG 번/NNG
이분법 NNG 이분/NNG 법/NNG
이뻐 VA+EC 이쁘 ㅓ
이뻐 VA+EF 이쁘 ㅓ
이뻐서 VA+EC 이쁘 어서
이뻐서 VA+EF 이쁘 ㅓ서
이뻐요 VA+EF 이쁘 ㅓ요
이뻐졌 VA+EC+VX+EP 이쁘 ㅓ 지 ㅓㅆ
이뻤 VA+EP 이쁘 ㅓㅆ
이쁜 VA+ETM 이쁘 ㄴ
이쁜데 VA+EC 이쁘 ㄴ데
이쁜데 VA+EF 이쁘 ㄴ데
이쁜지 VA+EC 이쁘 ㄴ지
이쁠 VA+ETM 이쁘 ㄹ
이쁨 VA+ETN 이쁘 ㅁ
이성애자 NNG 이성/NNG 애/NNG 자/NNG
이야긴가 NNG+VCP+EC 이야기 이 ㄴ가
이야긴데 NNG+VCP+EC 이야기 이 ㄴ데
이야긴지 NNG+VCP+EC 이야기 이 ㄴ지
이야길 NNG+JKO 이야기 ㄹ
이어가기 NNG 이어/NNG 가기/NNG
이어서 VV+EC 잇 어서
이어져 VV+EC 이어지 어
이어져서 VV+EC 이어지 어서
이어졌 VV+EP 이어지 었
이어주 VV 이어지
이어진 VV+ETM 이어지 ㄴ
이어진다 VV+EC 이어지 ㄴ다
이어진다 VV+EF 이어지 ㄴ다
이어진다는 VV+ETM 이어지 ㄴ다는
이어질 VV+ETM 이어지 ㄹ
이어짐 VV+ETN 이어지 ㅁ
이웃집 NNG 이웃/NNG 집/NNG
이을 VV+ETM 잇 ㄹ
이젠 MAG+JX 이제 ㄴ
이젠 NNG+JX 이제 ㄴ
이준 NNG 이/NNG 준/NNG
이중인격 NNG 이중/NNG 인격/NNG
이질감 NNG 이질/NNG 감/NNG
이해관계 NNG 이해/NNG 관계/NNG
이해도 NNG 이해/NNG 도/NNG
이해력 NNG 이해/NNG 력/NNG
이혼녀 NNG 이혼/NNG 녀/NNG
인 VCP 이
인 VCP+ETM 이 ㄴ
인 VV+ETM 이 ㄴ
인가 NR+VCP+EF 이 이 ㄴ가
인가 VCP+EC 이 ㄴ가
인가 VCP+EF 이 ㄴ가
인가 VCP+EF+VCP 이 ㄴ가 이
인가라는 VCP+ETM 이 ㄴ가라는
인가요 VCP+EC 이 ㄴ가요
인가요 VCP+EF 이 ㄴ가요
인간미 NNG 인간/NNG 미/NNG
인간사 NNG 인간/NNG 사/NNG
인감 VCP+EF 이 ㄴ감
인건 VCP+ETM+NNB+JX 이 ㄴ 것 ㄴ
인걸 VCP+EF 이 ㄴ걸
인게 VCP+ETM+NNB+JKC 이 ㄴ 것 이
인게 VCP+ETM+NNB+JKS 이 ㄴ 것 이
인고 VCP+EF 이 ㄴ고
인공지능 NNP 인공/NNG 지능/NNG
인과응보 NNG 인과/NNG 응보/NNG
인기 VCP+EC 이 ㄴ지
인내력 NNG 인내/NNG 력/NNG
인내심 NNG 인내/NNG 심/NNG
인다 VCP+EF 이 ㄴ다
인다 VV+EC 일 ㄴ다
인데 NP+VCP+EC 이 이 ㄴ데
인데 VCP+EC 이 ㄴ데
인데 VCP+EF 이 ㄴ데
인데다 VCP+EC 이 ㄴ데다
인데도 VCP+EC 이 ㄴ데도
인데도 VCP+EF 이 ㄴ데도
인데요 VCP+EC 이 ㄴ데요
인데요 VCP+EF 이 ㄴ데요
인들 VCP+EC 이 ㄴ들
인듯 VCP+EF 이 ㄴ듯
인디 VCP+EC 이 ㄴ디
인디 VCP+EF 이 ㄴ디
인민군 NNG 인민/NNG 군/NNG
인생관 NNG 인생/NNG 관/NNG
인생극장 NNG 인생/NNG 극장/NNG
인생무상 NNG 인생/NNG 무상/NNG
인생살이 NNG 인생/NNG 살이/NNG
인신매매 NNG 인신/NNG 매매/NNG
인어공주 NNP 인어/NNG 공주/NNG
인줄 NNG 인/NNG 줄/NNG
인지 VCP+EC 이 ㄴ지
인지 VCP+EF 이 ㄴ지
인지 VV+EC 이 ㄴ지
인지도 NNG 인지/NNG 도/NNG
인지라 VCP+EC 이 ㄴ지라
인지라 VCP+EF 이 ㄴ지라
인진 VCP+EC+JX 이 ㄴ지 ㄴ
인질극 NNG 인질/NNG 극/NNG
인한 VV+ETM 인하 ㄴ
인해 VV+EC 인하 아
인해서 VV+EC 인하 ㅕ서
인형극 NNG 인형/NNG 극/NNG
일 VCP+ETM 이 ㄹ
일 VV+ETM 일 ㄹ
일거 VCP+ETM+NNB+VCP 이 ㄹ 것 이
일궈낸 VV+EC+VX+ETM 일구 어 내 ㄴ
일그러진 VV+ETM 일그러지 ㄴ
일기장 NNG 일기/NNG 장/NNG
일까 VCP+EC 이 ㄹ까
일까 VCP+EC+VCP 이 ㄹ까 이
일까 VCP+EF 이 ㄹ까
일까봐 VCP+EC+VX+EC 이 ㄹ까 보 아
일까요 VCP+EC 이 ㄹ까요
일까요 VCP+EF 이 ㄹ까요
일깨운 VV+ETM 일깨우 ㄴ
일깨워 VV+EC 일깨우 어
일대기 NNG 일대/NNG 기/NNG
일딴 MAG 일단
일러 VV+EC 이르 어
일리 VCP+EC 이 ㄹ리
일맥상통 NNG 일맥/NNG 상통/NNG
일반인 NNG 일반/NNG 인/NNG
일본식 NNG 일본/NNP 식/NNG
일본어 NNG 일본/NNP 어/NNG
일본인 NNG 일본/NNP 인/NNG
일본풍 NNG 일본/NNP 풍/NNG
일부분 NNG 일/NNG 부분/NNG
일상사 NNG 일상/NNG 사/NNG
일세 VCP+EC 이 ㄹ세
일세 VCP+EF 이 ㄹ세
일수록 VCP+EC 이 ㄹ수록
일어나 VV+EC 일어나 아
일어난 VV+ETM 일어나 ㄴ
일어난다 VV+EF 일어나 ㄴ다
일어난다는 VV+ETM 일어나 ㄴ다는
일어날 VV+ETM 일어나 ㄹ
일어남 VV+ETN 일어나 ㅁ
일어났 VV+EP 일어나 ㅏㅆ
일어설 VV+ETM 일어서 ㄹ
일요일 NNG 일/NNG 요일/NNG
일으켜 VV+EC 일으키 어
일으켰 VV+EP 일으키 었
일으킨 VV+ETM 일으키 ㄴ
일으킨다 VV+EC 일으키 ㄴ다
일으킨다 VV+EF 일으키 ㄴ다
일으킬 VV+ETM 일으키 ㄹ
일자리 NNG 일/NNG 자리/NNG
일주일 NNG 일/NNG 주일/NNG
일지 VCP+EC 이 ㄹ지
일지 VCP+EF 이 ㄹ지
일지도 VCP+EF 이 ㄹ지도
일지라도 VCP+EC 이 ㄹ지라도
일지라도 VCP+EF 이 ㄹ지라도
일컬 VV 일컫
일테 VCP+ETM+NNB+VCP 이 ㄹ 터 이
일텐데 VCP+ETM+NNB+VCP+EF 이 ㄹ 터 이 ㄴ데
읽혀 VV+EC 읽히 어
잃어버렸 VV+EP 잃어버리 었
잃어버린 VV+ETM 잃어버리 ㄴ
임 VCP+ETN 이 ㅁ
임다 VCP+EF 이 ㅁ다
임산부 NNG 임/NNG 산부/NNG
임엔 VCP+ETN+JKB+JX 이 ㅁ 에 ㄴ
입가 NNG 입/NNG 가/NNG
입김 NNG 입/NNG 김/NNG
입네 VCP+EC 이 ㅂ네
입니까 VCP+EC 이 ㅂ니까
입니까 VCP+EF 이 ㅂ니까
입니다 EP+EF 이 ㅂ니다
입니다 NNB+VCP+EF 이 이 ㅂ니다
입니다 VCP+EC 이 ㅂ니다
입니다 VCP+EF 이 ㅂ니다
입니다만 VCP+EF 이 ㅂ니다만
입니다요 VCP+EC 이 ㅂ니다요
입니다요 VCP+EF 이 ㅂ니다요
입담 NNG 입/NNG 담/NNG
입맛 NNG 입/NNG 맛/NNG
입소문 NNG 입/NNG 소문/NNG
입양아 NNG 입양/NNG 아/NNG
입혀 VV+EC 입히 어
입혔 VV+EP 입히 었
입힌 VV+ETM 입히 ㄴ
잊어버렸 VV+EP 잊어버리 었
잊어버린 VV+ETM 잊어버리 ㄴ
잊어버릴 VV+ETM 잊어버리 ㄹ
잊혀 VV+EC 잊히 어
잊혀져 VV+EC+VX+EC 잊히 어 지 어
잊혀졌 VV+EC+VX+EP 잊히 어 지 었
잊혀진 VV+EC+VX+ETM 잊히 어 지 ㄴ
잊혀진다 VV+EC+VX+EF 잊히 어 지 ㄴ다
잊혀질 VV+EC+VX+ETM 잊히 어 지 ㄹ
자 VV+EC 자 아
자괴감 NNG 자괴/NNG 감/NNG
자국민 NNG 자국/NNG 민/NNG
자긴 NP+JX 자기 ㄴ
자길 NP+JKO 자기 ㄹ
자동차 NNG 자동/NNG 차/NNG
자라 VV+EC 자라 아
자란 VV+ETM 자라 ㄴ
자랄 VV+ETM 자라 ㄹ
자랐 VV+EP 자라 았
자른 VV+ETM 자르 ㄴ
자리매김 NNG 자리/NNG 매김/NNG
자본주의 NNG 자본/NNG 주의/NNG
자부심 NNG 자부/NNG 심/NNG
자빠 VV+EC 자빠 아
자빠져 VV+EC 자빠지 어
자빠졌 VV+EP 자빠지 었
자서전 NNG 자서/NNG 전/NNG
자신감 NNG 자신/NNG 감/NNG
자아낸다 VV+EF 자아내 ㄴ다
자연산 NNG 자연/NNG 산/NNG
자연재해 NNG 자연/NNG 재해/NNG
자유의지 NNP 자유/NNG 의지/NNG
자의식 NNG 자/NNG 의식/NNG
자장가 NNG 자장/NNG 가/NNG
자전거 NNG 자전/NNG 거/NNG
자존심 NNG 자존/NNG 심/NNG
자채 NNG 자/NNG 채/NNG
자폐아 NNG 자폐/NNG 아/NNG
자폐증 NNG 자폐/NNG 증/NNG
자화상 NNG 자화/NNG 상/NNG
작곡가 NNG 작곡/NNG 가/NNG
작년도 NNG 작년/NNG 도/NNG
작아졌 VV+EP 작아지 었
작인 VCP+ETM 이 ㄴ
작품상 NNG 작품/NNG 상/NNG
잔 EC+JX 자 ㄴ
잔 VA+ETM 잘 ㄴ
잔 VV+ETM 자 ㄴ
잔 XSN+VCP+ETM 자 이 ㄴ
잔다 VV+EC 자 ㄴ다
잔다 VV+EF 자 ㄴ다
잔머리 NNG 잔/NNG 머리/NNG
잔소리 NNG 잔/NNG 소리/NNG
잔재미 NNG 잔/NNG 재미/NNG
잔혹사 NNG 잔혹/NNG 사/NNG
잔혹성 NNG 잔혹/NNG 성/NNG
잖 VCP+UNA 이 잖
잖아 EC+VX+EF 지 않 아
잖아 VCP+EC+VX+EC 이 지 않 아
잖아요 EC+VX+EF 지 않 아요
잖어 EC+VX+EF 지 않 어
잘 VV+ETM 자 ㄹ
잘난 VA+ETM 잘나 ㄴ
잘라 VV+EC 자르 아
잘라냈 VV+EC+VX+EP 자르 아 내 었
잘라서 VV+EC 자르 아서
잘랐 VV+EP 자르 았
잘려 VV+EC 잘리 어
잘려고 VV+EC 자 ㄹ려고
잘려나간 VV+EC+VX+ETM 잘리 어 나가 ㄴ
잘렸 VV+EP 잘리 ㅓㅆ
잘린 VV+ETM 잘리 ㄴ
잘사 VV 잘살
잘생긴 VA+ETM 잘생기 ㄴ
잘생김 VA+ETN 잘생기 ㅁ
잠겨 VV+EC 잠기 어
잠겼 VV+EP 잠기 었
잠드 VV 잠들
잠든 VV+ETM 잠들 ㄴ
잠들 VV+ETM 잠들 ㄹ
잠수함 NNG 잠수/NNG 함/NNG
잠잘 VV+ETM 잠자 ㄹ
잠잤 VV+EP 잠자 았
잠재력 NNG 잠재/NNG 력/NNG
잡것 NNG 잡/NNG 것/NNG
잡니다 VV+EF 자 ㅂ니다
잡스러운 VA+ETM 잡스럽 ㄴ
잡혀 VV+EC 잡히 어
잡혀서 VV+EC 잡히 어서
잡혔 VV+EP 잡히 었
잡힌 VV+ETM 잡히 ㄴ
잡힐 VV+ETM 잡히 ㄹ
잡힐듯 VV+EC 잡히 ㄹ듯
잣대 NNG 잣/NNG 대/NNG
잤 VV+EP 자 았
장관리 NNP 장관/NNP 리/NNG
장난감 NNG 장난/NNG 감/NNG
장난기 NNG 장난/NNG 기/NNG
장난질 NNG 장난/NNG 질/NNG
장단점 NNG 장/NNG 단점/NNG
장례식 NNG 장례/NNG 식/NNG
장례식장 NNG 장례/NNG 식/NNG 장/NNG
장본인 NNG 장본/NNG 인/NNG
장애인 NNG 장애/NNG 인/NNG
장의사 NNG 장의/NNG 사/NNG
장인어른 NNG 장인/NNG 어른/NNG
재 VV+EC 재 아
재개봉 NNG 재/NNG 개봉/NNG
재결합 NNG 재/NNG 결합/NNG
재미난 VA+ETM 재미나 ㄴ
재미난 VV+ETM 재미나 ㄴ
재미난다 VV+EF 재미나 ㄴ다
재미났 VV+EP 재미나 았
재미있 VA 재밌
재밌기만 VA+ETN+JX 재미있 기 만
재발견 NNG 재/NNG 발견/NNG
재방송 NNG 재/NNG 방송/NNG
재워 VV+EC 재우 어
재조명 NNG 재/NNG 조명/NNG
재평가 NNG 재/NNG 평가/NNG
재해석 NNG 재/NNG 해석/NNG
잰 VA+ETM 재 ㄴ
잰 VV+ETM 재 ㄴ
잴 VV+ETM 재 ㄹ
잼 VV+ETN 재 ㅁ
잿빛 NNG 잿/NNP 빛/NNG
쟎아 EC+VX+EF 지 않 아
저건 NP+JX 저것 ㄴ
저걸 NP+JKO 저것 ㄹ
저게 NP+JKS 저거 ㅣ
저격수 NNG 저격/NNG 수/NNG
저능아 NNG 저능/NNG 아/NNG
저래 VA+EF 저렇 어
저래 VV+EC+VX+EC 저러 어 하 아
저랬 VV+EP 저러 ㅕㅆ
저런 VA+ETM 저렇 ㄴ
저럴 VA+ETM 저렇 ㄹ
저럴 VV+ETM 저러 ㄹ
저럴까 VV+EC 저러 ㄹ까
저려 VA+EC 저리 어
저려온다 VA+EC+VX+EF 저리 어 오 ㄴ다
저렸 VV+EP 저리 었
저린 VV+ETM 저리 ㄴ
저림 VA+ETN 저리 ㅁ
저마다 NNG 저/NNG 마다/NNG
저며 VV+EC 저미 어
저버린 VV+ETM 저버리 ㄴ
저지른 VV+ETM 저지르 ㄴ
저지른다 VV+EF 저지르 ㄴ다
저지를 VV+ETM 저지르 ㄹ
저질러 VV+EC 저지르 어
저질렀 VV+EP 저지르 었
저쩌구 VV+EC 저찌하 구
저학년 NNG 저/NNG 학년/NNG
적셔 VV+EC 적시 어
적셨 VV+EP 적시 었
적신다 VV+EF 적시 ㄴ다
적인 VV+ETM 적이 ㄴ
적재적소 NNG 적재/NNG 적소/NNG
적혀 VV+EC 적히 어
적힌 VV+ETM 적히 ㄴ
전 NP+JX 저 ㄴ
전기세 NNG 전기/NNG 세/NNG
전기톱 NNG 전기/NNG 톱/NNG
전날 NNG 전/NNG 날/NNG
전라도 NNP 전라/NNG 도/NNG
전무후무 NNG 전무/NNG 후무/NNG
전문가 NNG 전문/NNG 가/NNG
전반부 NNG 전반/NNG 부/NNG
전반전 NNG 전반/NNG 전/NNG
전성기 NNG 전성/NNG 기/NNG
전성시대 NNG 전성/NNG 시대/NNG
전시회 NNG 전시/NNG 회/NNG
전염병 NNG 전염/NNG 병/NNG
전우애 NNG 전우/NNG 애/NNG
전쟁물 NNG 전쟁/NNG 물/NNG
전쟁터 NNG 전쟁/NNG 터/NNG
전주국 NNG 전주/NNG 국/NNG
전지전능 NNG 전지/NNG 전능/NNG
전투기 NNG 전투/NNG 기/NNG
전한 VV+ETM 전하 ㄴ
전할 VV+ETM 전하 ㄹ
전합니다 VV+EF 전하 ㅂ니다
전해 VV+EC 전하 아
전해져 VV+EC+VX+EC 전하 아 지 어
전해졌 VV+EC+VX+EP 전하 아 지 었
전해진다 VV+EC+VX+EC 전하 아 지 ㄴ다
전해진다 VV+EC+VX+EF 전하 아 지 ㄴ다
전화기 NNG 전화/NNG 기/NNG
전환점 NNG 전환/NNG 점/NNG
절 NP+JKO 저 를
절 VV+ETM 절 ㄹ
절망감 NNG 절망/NNG 감/NNG
절정기 NNG 절정/NNG 기/NNG
절제미 NNG 절제/NNG 미/NNG
젊음 NNG 젊/NNG 음/NNG
점대 NNG 점/NNG 대/NNG
점쟁이 NNG 점/NNG 쟁이/NNG
점줄 NNG 점/NNG 줄/NNG
접한 VV+ETM 접하 ㄴ
접할 VV+ETM 접하 ㄹ
접해 VV+EC 접하 아
접해본 VV+EC+VX+ETM 접하 아 보 ㄴ
접해서 VV+EC 접하 아서
접했 VV+EP 접하 았
접했었 VV+EP 접하 았었
정겨운 VA+ETM 정겹 ㄴ
정겨움 VA+ETN 정겹 음
정돈 NNG+JX 정도 ㄴ
정돈 NNG+VCP+ETM 정도 이 ㄴ
정돈데 NNG+VCP+EC 정도 이 ㄴ데
정든 VV+ETM 정들 ㄴ
정말 NNG 정/NNG 말/NNG
정반대 NNG 정/NNG 반대/NNG
정복자 NNG 정복/NNG 자/NNG
정상인 NNG 정상/NNG 인/NNG
정신력 NNG 정신/NNG 력/NNG
정신병 NNG 정신/NNG 병/NNG
정신병자 NNG 정신/NNG 병/NNG 자/NNG
정의감 NNG 정의/NNG 감/NNG
정체불명 NNG 정체/NNG 불명/NNG
정치색 NNG 정치/NNG 색/NNG
정치인 NNG 정치/NNG 인/NNG
정치판 NNG 정치/NNG 판/NNG
정한 VV+ETM 정하 ㄴ
정해 VV+EC 정하 아
정해져 VV+EC+VX+EC 정하 아 지 어
정해진 VV+EC+VX+ETM 정하 아 지 ㄴ
정했 VV+EP 정하 았
제 NP+JKG 저 의
제게 NP+JKB 저 에게
제게는 NP+JKB+JX 저 에게 는
제겐 NP+JKB+JX 저 에게 ㄴ
제격 NNG 제/NNG 격/NNG
제국주의 NNG 제국/NNG 주의/NNG
제껴 VV+EC 제끼 어
제로 MAG 실제로
제몫을 NP+JKG+NNG+JKO 저 의 몫 을
제자리 NNG 제/NNG 자리/NNG
제작비 NNG 제작/NNG 비/NNG
제작사 NNG 제작/NNG 사/NNG
제작자 NNG 제작/NNG 자/NNG
제작진 NNG 제작/NNG 진/NNG
제정신 NNG 제/NNG 정신/NNG
제주도 NNP 제주/NNG 도/NNG
제쳐 VV+EC 제치 어
제한 VV+ETM 제하 ㄴ
젠 NNBC+JX 제 ㄴ
젠 NP+VCP+ETM 제 이 ㄴ
젠틀맨 NNG 젠틀/NNG 맨/NNG
져 EC+VX+EC 어 지 어
져 EC+VX+EF ㅓ 지 ㅓ
져 VCP+EF 이 져
져 VV+EC 지 어
져 VV+EF 지 ㅓ
져 VX 지
져 VX+EC 지 어
져 VX+EF 지 ㅓ
져 XSV+EF 지 ㅓ
져간다 VX+EC+VX+EC 지 어 가 ㄴ다
져감 VX+EC+VX+ETN 지 어 가 ㅁ
져도 VX+EC 지 어도
져라 VX+EC 지 어라
져라 VX+EF 지 어라
져버린 VV+EC+VX+ETM 지 어 버리 ㄴ
져서 EC+VX+EC 아 지 어서
져서 VV+EC 지 어서
져서 VX+EC 지 어서
져야 VX+EC 지 ㅓ야
져야 VX+EC+VX 지 어야 하
져요 VV+EF 지 어요
져요 VX+EF 지 어요
졌 EC+VX+EP 어 지 었
졌 VV+EP 지 었
졌 VX+EP 지 었
졌어요 VX+EP+EC 지 었 어요
졌었 VX+EP 지 었었
졌으나 VX+EP+EC 지 었 으나
졌으니 VX+EP+EC 지 었 으니
졌으며 VX+EP+EC 지 었 으며
졌으면 VX+EP+EC 지 었 으면
조 VV+EF 주 어
조각난 VV+ETM 조각나 ㄴ
조그만 VA+ETM 조그맣 ㄴ
조미료 NNG 조미/NNG 료/NNG
조선족 NNG 조선/NNG 족/NNG
조여 VV+EC 조이 어
조여드 VV 조여들
조연출 NNG 조/NNG 연출/NNG
조였 VV+EP 조이 었
조자룡 NNG 조/NNG 자룡/NNP
조져 VV+EC 조지 어
조종사 NNG 조종/NNG 사/NNG
조직원 NNG 조직/NNG 원/NNG
조총 NNG 조/NNG 총/NNG
존 VA+ETM 좋 ㄴ
존 VA+JX 좋 ㄴ
존경심 NNG 존경/NNG 심/NNG
존엄성 NNG 존엄/NNG 성/NNG
존재감 NNG 존재/NNG 감/NNG
졸 VA+ETM 좋 을
졸 VV+ETM 졸 는
졸라 VV+EC 조르 아
졸라서 VV+EC 조르 아서
졸려 VA+EC 졸리 ㅓ
졸려 VV+EC 졸리 어
졸려 VV+EF 졸리 ㅓ
졸려서 VV+EC 졸리 ㅓ서
졸려요 VV+EF 졸리 ㅓ요
졸린 VV+ETM 졸리 ㄴ
졸릴 VV+ETM 졸리 ㄹ
졸림 VV+ETN 졸리 ㅁ
졸였 VV+EP 졸이 었
졸음 NNG 졸/NNG 음/NNG
졸음운전 NNG 졸음/NNG 운전/NNG
종교인 NNG 종교/NNG 인/NNG
종북 NNG 종/NNG 북/NNG
종소리 NNG 종/NNG 소리/NNG
종착역 NNG 종착/NNG 역/NNG
좋 VA+ETM 좋 은
좋아한 VV+ETM 좋아하 ㄴ
좋아한다 VV+EC 좋아하 ㄴ다
좋아한다 VV+EF 좋아하 ㄴ다
좋아한다면 VV+EC 좋아하 ㄴ다면
좋아한다면 VV+EF 좋아하 ㄴ다면
좋아할 VV+ETM 좋아하 ㄹ
좋아함 VV+ETN 좋아하 ㅁ
좋아합니다 VV+EC 좋아하 ㅂ니다
좋아해 VV+EC 좋아하 아
좋아해서 VV+EC 좋아하 아서
좋아했 VV+EP 좋아하 았
좋아했었 VV+EP 좋아하 았었
죄의식 NNG 죄/NNG 의식/NNG
죄지 VV 죄짓
죄책감 NNG 죄책/NNG 감/NNG
죠 VCP+EC 이 죠
죠 VCP+EF 이 죠
주 VV+EC 주 우
주근깨 NNG 주근/NNG 깨/NNG
주된 VV+ETM 주되 ㄴ
주려 VV+EC 주리 어
주먹질 NNG 주먹/NNG 질/NNG
주방장 NNG 주방/NNG 장/NNG
주변인 NNG 주변/NNG 인/NNG
주어졌 VV+EP 주어지 었
주어진 VV+ETM 주어지 ㄴ
주운 VV+ETM 줍 은
주워 VV+EC 줍 어
주유소 NNG 주유/NNG 소/NNG
주의보 NNG 주의/NNG 보/NNG
주의자 NNG 주의/NNG 자/NNG
주인공 NNG 주인/NNG 공/NNG
주입식 NNG 주입/NNG 식/NNG
주제가 NNG 주제/NNG 가/NNG
주제곡 NNG 주제/NNG 곡/NNG
주차장 NNG 주차/NNG 장/NNG
죽여 VV+EC 죽이 어
죽여 VV+EF 죽이 ㅓ
죽여도 VV+EC 죽이 어도
죽여라 VV+EC 죽이 어라
죽여라 VV+EF 죽이 ㅓ라
죽여버린다 VV+EC+VX+EC 죽이 어 버리 ㄴ다
죽여서 VV+EC 죽이 어서
죽여야 VV+EC 죽이 어야
죽였 VV+EP 죽이 었
죽음 NNG 죽/NNG 음/NNG
죽인 VV+ETM 죽이 ㄴ
죽인다 VV+EC 죽이 ㄴ다
죽인다 VV+EF 죽이 ㄴ다
죽인다는 VV+ETM 죽이 ㄴ다는
죽일 VV+ETM 죽이 ㄹ
죽일려고 VV+EC 죽이 ㄹ려고
죽임 VV+ETN 죽이 ㅁ
준 EC+VX+ETM 아 주 ㄴ
준 VV+ETM 주 ㄴ
준 VX+ETM 주 ㄴ
준거 VX+ETM+NNB+VCP 주 ㄴ 것 이
준다 VV+EC 주 ㄴ다
준다 VV+EF 주 ㄴ다
준다 VX+EC 주 ㄴ다
준다 VX+EF 주 ㄴ다
준다고 VV+EC 주 ㄴ다고
준다고 VV+EF 주 ㄴ다고
준다고 VX+EC 주 ㄴ다고
준다는 VV+ETM 주 ㄴ다는
준다는 VX+ETM 주 ㄴ다는
준다면 VV+EC 주 ㄴ다면
준다면 VX+EC 주 ㄴ다면
준다면 VX+EF 주 ㄴ다면
줄 ETM+NNB ㄹ 줄
줄 VV+ETM 주 ㄹ
줄 VX+ETM 주 ㄹ
줄게 VV+EC 주 ㄹ게
줄게 VV+EF 주 ㄹ게
줄게 VX+EF 주 ㄹ게
줄까 VV+EC 주 ㄹ까
줄까 VV+EF 주 ㄹ까
줄까 VX+EC 주 ㄹ까
줄까 VX+EF 주 ㄹ까
줄께 VX+EC 주 ㄹ께
줄다리기 NNG 줄/NNG 다리기/NNG
줄라 VV+EC 주 ㄹ라
줄라고 VV+EC 주 ㄹ라고
줄라고 VX+EC 주 ㄹ라고
줄란다 VV+EF 주 ㄹ란다
줄래 VV+EC 주 ㄹ래
줄려 VX+EC 주 ㄹ려
줄려고 VV+EC 주 ㄹ려고
줄려고 VX+EC 주 ㄹ려고
줄어드 VV 줄어들
줄어든 VV+ETM 줄어들 ㄴ
줄여 VV+EC 줄이 어
줄여서 VV+EC 줄이 어서
줄였 VV+EP 줄이 었
줄일 VV+ETM 줄이 ㄹ
줄지 VV+EC 주 ㄹ지
줄타기 NNG 줄/NNG 타기/NNG
줌 EC+VX+ETN 어 주 ㅁ
줌 VV+ETN 주 ㅁ
줌 VX+ETN 주 ㅁ
줍니다 VV+EC 주 ㅂ니다
줍니다 VV+EF 주 ㅂ니다
줍니다 VX+EF 주 ㅂ니다
줍시다 VV+EC 주 ㅂ시다
줍시다 VX+EF 주 ㅂ시다
줏대 NNG 줏/NNG 대/NNG
중경삼림 NNP 중경/NNG 삼림/NNG
중구난방 NNG 중구/NNG 난방/NNG
중국어 NNG 중국/NNG 어/NNG
중국인 NNG 중국/NNG 인/NNG
중독자 NNG 중독/NNG 자/NNG
중학교 NNG 중/NNG 학교/NNG
중학생 NNG 중학/NNG 생/NNG
줘 EC+VV+EC 어 주 어
줘 VV+EC 주 어
줘 VV+EF 주 어
줘 VX+EC 주 어
줘 VX+EF 주 ㅓ
줘도 VV+EC 주 어도
줘도 VX+EC 주 ㅓ도
줘라 VV+EC 주 어라
줘라 VV+EF 주 ㅓ라
줘라 VX+EC 주 어라
줘라 VX+EF 주 ㅓ라
줘서 VV+EC 주 ㅓ서
줘서 VV+VV 주 ㅓ서
줘서 VX+EC 주 ㅓ서
줘서 VX+EF 주 어서
줘야 VV+EC 주 어야
줘야 VV+EC+VX 주 어야 하
줘야 VX+EC 주 ㅓ야
줘야 VX+EC+VX 주 어야 하
줘야겠다 VX+EC+VX+EP+EF 주 ㅓ야 하 겠 다
줘야지 VV+EC 주 어야지
줘야지 VV+EF 주 ㅓ야지
줘야지 VX+EC 주 어야지
줘야지 VX+EF 주 ㅓ야지
줘요 VV+EC 주 어요
줘요 VX+EC 주 어요
줘요 VX+EF 주 ㅓ요
줘패 VV+EC 줘패 ㅓ
줬 VV+EP 주 ㅓㅆ
줬 VX+EP 주 었
줬었 VV+EP 주 었었
줬었 VX+EP 주 ㅓㅆ었
쥐뿔 NNG 쥐/NNG 뿔/NNG
쥐새끼 NNG 쥐/NNG 새끼/NNG
쥐약 NNG 쥐/NNG 약/NNG
쥐어짜 VV+EC 쥐어짜 아
쥑이 VV+EC 쥑이 이
쥑인 VV+ETM 쥑이 ㄴ
쥔 EC+VV+ETM 아 쥐 ㄴ
쥔 VV+ETM 쥐 ㄴ
쥬 VCP+EF 이 쥬
즐거 VA 즐겁
즐거우 VA 즐겁
즐거운 VA+ETM 즐겁 ㄴ
즐거울 VA+ETM 즐겁 ㄹ
즐거워 VA+EC 즐겁 어
즐거워서 VA+EC 즐겁 어서
즐거워요 VA+EC 즐겁 어요
즐거워했 VA+EC+VX+EP 즐겁 어 하 았
즐거웠 VA+EP 즐겁 었
즐겨 VV+EC 즐기 어
즐겨라 VV+EC 즐기 어라
즐겨라 VV+EF 즐기 어라
즐겼 VV+EP 즐기 었
즐긴 VV+ETM 즐기 ㄴ
즐길 VV+ETM 즐기 ㄹ
즘 MAG 좀
즘 NNB 쯤
즘 XSN 쯤
증후군 NNG 증후/NNG 군/NNG
지 VCP+EC 이 지
지 VCP+EF 이 지
지 VX+EC 지 ㄹ지
지 VX+EP+EF 지 ㅓㅆ 지
지 VX+ETM 지 ㄹ
지 XSA+EC 하 지
지 XSV+EC 하 지
지가 EC+JKS ㄹ지 가
지겨운 VA+ETM 지겹 ㄴ
지겨울 VA+ETM 지겹 을
지겨움 VA+ETN 지겹 ㅁ
지겨워 VA+EC 지겹 어
지겨워 VA+EF 지겹 어
지겨워서 VA+EC 지겹 어서
지겨웠 VA+EP 지겹 었
지고지순 NNG 지고/NNG 지순/NNG
지기 VV 지지
지나 VV+EC 지나 아
지나가 VV+EC 지나가 아
지나간 VV+ETM 지나가 ㄴ
지나간다 VV+EF 지나가 ㄴ다
지나갈 VV+ETM 지나가 ㄹ
지나감 VV+ETN 지나가 ㅁ
지나갔 VV+EP 지나가 았
지나온 VV+ETM 지나오 ㄴ
지나쳐 VV+EC 지나치 어
지나쳐서 VV+EC 지나치 어서
지나쳤 VV+EP 지나치 었
지나친 VA+ETM 지나치 ㄴ
지나칠 VV+ETM 지나치 ㄹ
지나침 VA+ETN 지나치 ㅁ
지난 VV+ETM 지나 ㄴ
지난주 NNG 지난/NNG 주/NNG
지날 VV+ETM 지나 ㄹ
지날수록 VV+EC 지나 ㄹ수록
지남 VV+ETN 지나 ㅁ
지났 VV+EP 지나 았
지내 VV+EC 지내 어
지낸 VV+ETM 지내 ㄴ
지낼 VV+ETM 지내 ㄹ
지냈 VV+EP 지내 었
지녔 VV+EP 지니 었
지닌 VV+ETM 지니 ㄴ
지다 EC+VX+EC ㅓ 지 다
지도 XSV+EC+JX 하 지 도
지도자 NNG 지도/NNG 자/NNG
지독 NNG 지/NNG 독/NNG
지른 VV+ETM 지르 ㄴ
지를 VV+ETM 지르 ㄹ
지름길 NNG 지름/NNG 길/NNG
지리멸렬 NNG 지리/NNG 멸렬/NNG
지리한 VA+ETM 지리하 ㄴ
지만 VCP+EC 이 지만
지만 VCP+EF 이 지만
지면 EC+VX+EC ㅓ 지 면
지배했 NNG+EP 지배하 았
지상주의 NNG 지상/NNG 주의/NNG
지상파 NNG 지상/NNG 파/NNG
지성인 NNG 지성/NNG 인/NNG
지식인 NNG 지식/NNG 인/NNG
지어다 VV+EC 짓 어다
지어서 VV+EC 짓 어서
지언정 VV+EC 떨어지 ㄹ지언정
지요 VCP+EC 이 지요
지요 VCP+EF 이 지요
지우개 NNG 지우/NNG 개/NNG
지운 VV+ETM 지우 ㄴ
지울 VV+ETM 지우 ㄹ
지움 VV+ETN 지우 ㅁ
지워 VV+EC 짓 어
지워야 VV+EC 지우 어야
지워졌 VV+EC+VX+EP 지우 어 지 었
지웠 VV+EP 지우 ㅓㅆ
지으 VV+EP 짓 으시
지으며 VV+EC 짓 으며
지으면 VV+EC 짓 으면
지중해 NNP 지중/NNG 해/NNG
지질 EC+VX+EC+JKO ㅏ 지 지 ㄹ
지쳐 VV+EC 지치 어
지쳐 VV+EF 지치 어
지쳐서 VV+EC 지치 어서
지쳤 VV+EP 지치 었
지친 VV+ETM 지치 ㄴ
지친다 VV+EC 지치 ㄴ다
지친다 VV+EF 지치 ㄴ다
지칠 VV+ETM 지치 ㄹ
지침서 NNG 지침/NNG 서/NNG
지켜 VV+EC 지키 어
지켜낸 VV+EC+VX+ETM 지키 어 내 ㄴ
지켜라 VV+EC 지키 어라
지켜라 VV+EF 지키 어라
지켜본 VV+ETM 지켜보 ㄴ
지켜볼 VV+ETM 지켜보 ㄹ
지켜봐 VV+EC 지켜보 아
지켜봐야 VV+EC 지켜보 아야
지켜야 VV+EC 지키 어야
지켜야 VV+EC+VX 지키 어야 하
지켜져야 VV+EC+VX+EC 지키 어 지 어야
지켜준 VV+EC+VX+ETM 지키 어 주 ㄴ
지켜줄 VV+EC+VX+ETM 지키 어 주 ㄹ
지켰 VV+EP 지키 었
지킨 VV+ETM 지키 ㄴ
지킨다 VV+EF 지키 ㄴ다
지킬 VV+ETM 지키 ㄹ
지하실 NNG 지하/NNG 실/NNG
지하철 NNG 지하/NNG 철/NNG
지휘관 NNG 지휘/NNG 관/NNG
지휘자 NNG 지휘/NNG 자/NNG
직장인 NNG 직장/NNG 인/NNG
진 EC+JX 지 ㄴ
진 EC+VX+ETM 어 지 ㄴ
진 NNB+JX 지 ㄴ
진 VV+ETM 지 ㄴ
진 VX 지
진 VX+ETM 지 ㄴ
진 XSA+ETM 지 ㄴ
진 XSV+EC+JX 하 지 ㄴ
진건 VX+ETM+NNB+JX 지 ㄴ 것 ㄴ
진국 NNG 진/NNG 국/NNG
진다 EC+EF 지 ㄴ다
진다 VV+EC 지 ㄴ다
진다 VX+EC 지 ㄴ다
진다 VX+EF 지 ㄴ다
진다 XSV+EF 지 ㄴ다
진다고 VX+EC 지 ㄴ다고
진다는 VX+ETM 지 ㄴ다는
진다면 VX+EC 지 ㄴ다면
진다면 VX+EF 지 ㄴ다면
진면목 NNG 진/NNG 면목/NNG
진못했 EC+JX+VX+EP 지 ㄴ 못하 았
진이 XSV+EC+JX+JKS 하 지 ㄴ 이
진정한 VA+ETM 진정하 ㄴ
진지 VX+EC 지 ㄴ지
진한 VA+ETM 진하 ㄴ
진했 VA+EP 진하 았
진행형 NNG 진행/NNG 형/NNG
진흙 NNG 진/NNG 흙/NNG
진흙탕 NNG 진흙/NNG 탕/NNG
질 EC+JKO 지 ㄹ
질 EC+JX 지 ㄹ
질 EC+VX+ETM 어 지 ㄹ
질 VV+ETM 지 ㄹ
질 VX+EC 지 ㄹ
질 VX+ETM 지 ㄹ
질 VX+JX 지 ㄹ
질 XSV+ETM 지 ㄹ
질긴 VA+ETM 질기 ㄴ
질까 VX+EC 지 ㄹ까
질까 VX+EF 지 ㄹ까
질까봐 VX+EC+VX+EC 지 ㄹ까 보 아
질러 VV+EC 지르 어
질렀 VV+EP 지르 었
질려 VV+EC 질리 어
질려고 VV+EC 지 ㄹ려고
질려서 VV+EC 질리 어서
질렸 VV+EP 질리 었
질린 VV+ETM 질리 ㄴ
질린다 VV+EF 질리 ㄴ다
질릴 VV+ETM 질리 ㄹ
질림 VV+ETN 질리 ㅁ
질수록 VX+EC 지 ㄹ수록
질순 VV+ETM+NNB+JX 지 ㄹ 수 ㄴ
질투심 NNG 질투/NNG 심/NNG
질풍노도 NNG 질풍/NNG 노도/NNG
짊어진 VV+ETM 짊어지 ㄴ
짐 EC+VX+ETN 아 지 ㅁ
짐 VX+ETN 지 ㅁ
집니다 EC+VX+EC 아 지 ㅂ니다
집니다 VV+EF 지 ㅂ니다
집니다 VX+EC 지 ㅂ니다
집니다 VX+EF 지 ㅂ니다
집안 NNG 집/NNG 안/NNG
집어삼킨 VV+ETM 집어삼키 ㄴ
집중력 NNG 집중/NNG 력/NNG
집합체 NNG 집합/NNG 체/NNG
짓거리 NNG 짓/NNG 거리/NNG
짓밟힌 VV+ETM 짓밟히 ㄴ
징그러운 VA+ETM 징그럽 ㄴ
징그러울 VA+ETM 징그럽 ㄹ
징그러움 VA+ETN 징그럽 ㅁ
징그러워 VA+EC 징그럽 어
징그러워 VA+EF 징그럽 어
징그러워서 VA+EC 징그럽 어서
징그러웠 VA+EP 징그럽 었
짜 VA+EC 짜 ㅏ
짜 VA+EF 짜 ㅏ
짜 VV+EC 짜 아
짜 VV+EF 짜 아
짜낸 VV+ETM 짜내 ㄴ
짜라 VV+EC 짜르 아
짜린 XSN+JX 짜리 ㄴ
짜린데 XSN+VCP+EC 짜리 이 ㄴ데
짜여 VV+EC 짜이 어
짜여져 VV+EC+VX+EC 짜이 어 지 어
짜여졌 VV+EC+VX+EP 짜이 어 지 었
짜여진 VV+EC+VX+ETM 짜이 어 지 ㄴ
짜인 VV+ETM 짜이 ㄴ
짜임새 NNG 짜임/NNG 새/NNG
짜집기 NNG 짜집/NNG 기/NNG
짝사랑 NNG 짝/NNG 사랑/NNG
짝패 NNG 짝/NNG 패/NNG
짠 VA+ETM 짜 ㄴ
짠 VV+ETM 짜 ㄴ
짠해 VA+EC 짠하 아
짤 VV+ETM 짜 ㄹ
짤라 VV+EC 짜르 아
짤려 VV+EC 짤리 어
짤렸 VV+EP 짤리 ㅓㅆ
짤린 VV+ETM 짤리 ㄴ
짬 VV+ETN 짜 ㅁ
짰 VV+EP 짜 았
째 VV+EC 째 ㅓ
쨌 VV+EP 째 ㅓㅆ
쩐 VV+ETM 쩔 ㄴ
쪄 VV+EC 찌 어
쪄 VV+EF 찌 ㅓ
쪄요 VV+EF 찌 ㅓ요
쪼여 VV+EC 쪼이 어
쪽박 NNG 쪽/NNG 박/NNG
쪽지 NNG 쪽/NNG 지/NNG
쪽팔려 VV+EC 쪽팔리 ㅓ
쪽팔려서 VV+EC 쪽팔리 ㅓ서
쪽팔린다 VV+EC 쪽팔리 ㄴ다
쫄 VV+ETM 쪼 ㄹ
쫌 VV+ETN 쪼 ㅁ
쫓겨 VV+EC 쫓기 어
찌그러져 VV+EC 찌그러지 어
찌든 VV+ETM 찌들 ㄴ
찌른 VV+ETM 찌르 ㄴ
찌른다 VV+EF 찌르 ㄴ다
찌푸려 VV+EC 찌푸리 어
찍 VV+EC 찍 어
찍혀 VV+EC 찍히 어
찍혔 VV+EP 찍히 었
찍힌 VV+ETM 찍히 ㄴ
찐 VV+ETM 찌 ㄴ
찐빵 NNG 찐/NNG 빵/NNG
찐한 VA+ETM 찐하 ㄴ
찔 NA+ETM 찌 ㄹ
찔러 VV+EC 찌르 어
찔렀 VV+EP 찌르 었
찔려 VV+EC 찔리 어
찔려도 VV+EC 찔리 어도
찔렸 VV+EP 찔리 었
찔린 VV+ETM 찔리 ㄴ
찡해 VA+EC 찡하 아
찢어진 VV+ETM 찢어지 ㄴ
찢어질 VV+ETM 찢어지 ㄹ
차 VV+EC 차 아
차가운 VA+ETM 차갑 ㄴ
차가움 VA+ETN 차갑 음
차가워진 VA+EC+VX+ETM 차갑 어 지 ㄴ
차려 VV+EC 차리 어
차려라 VV+EC 차리 어라
차려라 VV+EF 차리 어라
차려서 VV+EC 차리 어서
차렸 VV+EP 차리 었
차리리 MAG 차라리
차린 VV+ETM 차리 ㄴ
차린다 VV+EF 차리 ㄴ다
차릴 VV+ETM 차리 ㄹ
차세대 NNG 차/NNG 세대/NNG
차였 VV+EP 차이 었
차올랐 VV+EP 차오르 았
차이점 NNG 차이/NNG 점/NNG
착한 VA+ETM 착하 ㄴ
착해 VA+EC 착하 아
착해 VA+EF 착하 아
착해서 VA+EC 착하 아서
착했 VA+EP 착하 았
찬 NNB+JX 차 ㄴ
찬 VA+ETM 차 ㄴ
찬 VV+EF 차 ㄴ
찬 VV+ETM 차 ㄴ
찬가 NNG+VCP+EF 차 이 ㄴ가
찬다 VV+EC 차 ㄴ다
찬다 VV+EF 차 ㄴ다
찬물 NNG 찬/NNG 물/NNG
찮고 XSA+EC+VX+EC 하 지 않 고
찮아 XSA+EC+VX+EC 하 지 않 아
찮은 XSA+EC+VX+ETM 하 지 않 은
찰 VA+ETM 차 ㄹ
찰 VV+ETM 차 ㄹ
찰떡궁합 NNG 찰떡/NNG 궁합/NNG
찰진 VA+ETM 찰지 ㄴ
참가자 NNG 참가/NNG 자/NNG
참된 VA+ETM 참되 ㄴ
참맛 NNG 참/NNG 맛/NNG
참모습 NNG 참/NNG 모습/NNG
찼 VV+EP 차 았
창대 NNG 창/NNG 대/NNG
창의력 NNG 창의/NNG 력/NNG
창조주 NNG 창조/NNG 주/NNG
찾아가 VV+EC 찾아가 아
찾아간 VV+ETM 찾아가 ㄴ
찾아갔 VV+EP 찾아가 았
찾아낸 VV+ETM 찾아내 ㄴ
찾아다녔 VV+EP 찾아다니 었
찾아본 VV+ETM 찾아보 ㄴ
찾아볼 VV+ETM 찾아보 ㄹ
찾아봐도 VV+EC 찾아보 아도
찾아온 VV+ETM 찾아오 ㄴ
찾아온다 VV+EF 찾아오 ㄴ다
찾아올 VV+ETM 찾아오 ㄹ
찾아와 VV+EC 찾아오 아
찾아와서 VV+EC 찾아오 아서
찾아왔 VV+EP 찾아오 았
채운 VV+ETM 채우 ㄴ
채운다 VV+EF 채우 ㄴ다
채울 VV+ETM 채우 ㄹ
채워 VV+EC 채우 어
채워서 VV+EC 채우 어서
채워야 VV+EC 채우 어야
채워져 VV+EC+VX+EC 채우 어 지 어
채워졌 VV+EC+VX+EP 채우 어 지 었
채워준다 VV+EC+VX+EF 채우 어 주 ㄴ다
채워줄 VV+EC+VX+ETM 채우 어 주 ㄹ
채워진 VV+EC+VX+ETM 채우 어 지 ㄴ
채웠 VV+EP 채우 었
책받침 NNG 책/NNG 받침/NNG
책임감 NNG 책임/NNG 감/NNG
책임져야 VV+EC 책임지 어야
책임질 VV+ETM 책임지 ㄹ
챌 VV+ETM 채 ㄹ
챘 VV+EP 채 었
챙겨 VV+EC 챙기 어
챙겨라 VV+EC 챙기 어라
챙겨본다 VV+EC+VX+EF 챙기 어 보 ㄴ다
챙겨볼 VV+EC+VX+ETM 챙기 어 보 ㄹ
챙겨봅니다 VV+EC+VX+EF 챙기 어 보 ㅂ니다
챙겨서 VV+EC 챙기 어서
챙길 VV+ETM 챙기 ㄹ
처녀작 NNG 처녀/NNG 작/NNG
처럼 XSN+JKB 용 처럼
처진 VV+ETM 처지 ㄴ
처진다 VV+EF 처지 ㄴ다
처한 VV+ETM 처하 ㄴ
처해 VV+EC 처하 아
천만다행 NNG 천만/NNG 다행/NNG
천주교 NNG 천주/NNG 교/NNG
천진난만 NNG 천진/NNG 난만/NNG
천하무적 NNG 천하/NNG 무적/NNG
천한 VA+ETM 천하 ㄴ
철거민 NNG 철거/NNG 민/NNG
철부지 NNG 철/NNG 부지/NNG
철학자 NNG 철학/NNG 자/NNG
첩첩산중 NNG 첩첩/NNG 산중/NNG
첫날 NNG 첫/NNG 날/NNG
첫눈 NNG 첫/NNG 눈/NNG
첫사랑 NNG 첫/NNG 사랑/NNG
청담동 NNP 청담/NNP 동/NNG
청소년 NNG 청/NNG 소년/NNG
청소년기 NNG 청/NNG 소년/NNG 기/NNG
청춘스타 NNG 청춘/NNG 스타/NNG
쳐 VV 치
쳐 VV+EC 치 어
쳐 VV+EF 치 ㅓ
쳐다 VV+EC 치 어다
쳐다봤 VV+EP 쳐다보 았
쳐도 VV+EC 치 어도
쳐라 VV+EC 치 어라
쳐라 VV+EF 치 어라
쳐서 VV+EC 치 어서
쳐야 VV+EC 치 어야
쳐요 VV+EF 치 ㅓ요
쳤 VV+EP 치 었
초능력 NNG 초/NNG 능력/NNG
초등학생 NNG 초등/NNG 학생/NNG
초록물고기 NNP 초록/NNG 물고기/NNG
초록색 NNG 초록/NNG 색/NNG
초창기 NNG 초창/NNG 기/NNG
초특급 NNG 초/NNG 특급/NNG
촌스러운 VA+ETM 촌스럽 은
촌철살인 NNG 촌철/NNG 살인/NNG
촌티 NNG 촌/NNG 티/NNG
촛불 NNG 촛/NNP 불/NNG
총격전 NNG 총격/NNG 전/NNG
총소리 NNG 총/NNG 소리/NNG
총싸움 NNG 총/NNG 싸움/NNG
총알 NNG 총/NNG 알/NNG
총잡이 NNG 총/NNG 잡이/NNG
총질 NNG 총/NNG 질/NNG
총집합 NNG 총/NNG 집합/NNG
총출동 NNG 총/NNG 출동/NNG
최고점 NNG 최고/NNG 점/NNG
최곤데 NNG+VCP+EC 최고 이 ㄴ데
최대한 NNG 최대/NNG 한/NNG
최루성 NNG 최루/NNG 성/NNG
최루탄 NNG 최루/NNG 탄/NNG
최상급 NNG 최/NNG 상급/NNG
최소한 NNG 최소/NNG 한/NNG
최종병기 NNP 최종/NNG 병기/NNG
최종회 NNG 최종/NNG 회/NNG
최첨단 NNG 최/NNG 첨단/NNG
추격자 NNG 추격/NNG 자/NNG
추격전 NNG 추격/NNG 전/NNG
추기경 NNG 추기/NNG 경/NNG
추리물 NNG 추리/NNG 물/NNG
추상미 NNG 추상/NNG 미/NNG
추운 VA+ETM 춥 ㄴ
추워 VA+EC 춥 어
추워서 VA+EC 춥 어서
추적자 NNG 추적/NNG 자/NNG
추진력 NNG 추진/NNG 력/NNG
추천요 NNG 추천/NNG 요/NNG
추한 VA+ETM 추하 ㄴ
추함 VA+ETN 추하 ㅁ
축소판 NNG 축소/NNG 판/NNG
춘 VA+ETM 춥 ㄴ
춘 VV+ETM 추 ㄴ
춘향전 NNG 춘향/NNG 전/NNG
출 VV+ETM 추 ㄹ
출발점 NNG 출발/NNG 점/NNG
출세작 NNG 출세/NNG 작/NNG
출연료 NNG 출연/NNG 료/NNG
출연자 NNG 출연/NNG 자/NNG
출연진 NNG 출연/NNG 진/NNG
춤사위 NNG 춤/NNG 사위/NNG
춤출 VV+ETM 춤추 ㄹ
충무로 NNP 충무/NNP 로/NNG
충청도 NNP 충청/NNP 도/NNG
춰 VV+EC 추 어
췄 VV+EP 추 었
취한 VV+ETM 취하 ㄴ
취한다 VV+EC 취하 ㄴ다
취한다 VV+EF 취하 ㄴ다
취할 VV+ETM 취하 ㄹ
취해 VV+EC 취하 아
취해서 VV+EC 취하 아서
취했 VV+EP 취하 았
치 VV+EC 하 지
치 XSA+EC 하 지
치 XSV+EC 하 지
치가 XSA+EC+JKS 하 지 가
치가 XSA+EC+VX+EC 하 지 가 아
치가 XSV+EC+JKS 하 지 가
치곤 JX+JX 치고 ㄴ
치는 XSA+EC+JX 하 지 는
치도 XSA+EC+JX 하 지 도
치도 XSV+EC+JX 하 지 도
치료제 NNG 치료/NNG 제/NNG
치뤄 VV+EC 치루 어
치뤄야 VV+EC 치루 어야
치민 VV+ETM 치밀 ㄴ
치밀 VV+ETM 치밀 ㄹ
치아 VV+EC 치우 아
치여 VV+EC 치이 어
치우쳐 VV+EC 치우치 어
치우친 VV+ETM 치우치 ㄴ
치워 VV+EC 치우 어
치켜 VV+EC 치키 어
치킨 VV+ETM 치키 ㄴ
친 VV+ETM 치 ㄴ
친 XSA+EC+JX 하 지 ㄴ
친근감 NNG 친근/NNG 감/NNG
친다 VV+EC 치 ㄴ다
친다 VV+EF 치 ㄴ다
친다는 VV+ETM 치 ㄴ다는
친딸 NNG 친/NNG 딸/NNG
친일파 NNG 친일/NNG 파/NNG
친한 VA+ETM 친하 ㄴ
친해 VA+EC 친하 아
친해진 VA+EC+VX+ETM 친하 ㅕ 지 ㄴ
칠 VV+ETM 치 ㄹ
칠 XSV+EC+JKO 하 지 ㄹ
침략자 NNG 침략/NNG 자/NNG
칩니다 VV+EF 치 ㅂ니다
칭할 VV+ETM 칭하 ㄹ
칸 VV+ETM 카 ㄴ
칼날 NNG 칼/NNG 날/NNG
칼부림 NNG 칼/NNG 부림/NNG
칼싸움 NNG 칼/NNG 싸움/NNG
칼질 NNG 칼/NNG 질/NNG
캐 VV+EC 캐 어
캐 VV+ETM 캐 ㄹ
캔 VV+ETM 캐 ㄴ
캘 VV+ETM 캐 ㄹ
커 VA+EC 크 어
커 VA+EF 크 ㅓ
커 VV+EC 크 어
커다란 VA+ETM 커다랗 ㄴ
커버린 VA+EC+VX+ETM 크 어 버리 ㄴ
커서 VV+EC 크 어서
커야 VA+EC 크 ㅓ야
커져 VA+EC+VX+EC 크 어 지 어
커졌 VA+EC+VX+EP 크 ㅓ 지 ㅓㅆ
커졌 VV+EP 커지 었
커진 VA+EC+VX+ETM 크 어 지 ㄴ
컨대 XSV+EC 하 건대
컨데 XSV+EC 하 건데
컬 VV+ETM 커 ㄹ
컸 VA+EP 크 었
컸었 VA+EP 크 ㅓㅆ었
컸으나 VA+EP+EC 크 었 으나
케 XSA+EC 하 게
케 XSV+EC 하 게
케한 XSA+EC+VV+ETM 하 게 하 ㄴ
켜 VV+EC 켜 어
켰 VV+EP 켜 었
코 XSV+EC 하 고
코끝 NNG 코/NNG 끝/NNG
코웃음 NNG 코/NNG 웃음/NNG
코피 NNG 코/NNG 피/NNG
콧물 NNG 콧/NNG 물/NNG
콧방귀 NNG 콧/NNG 방귀/NNG
콩가루 NNG 콩/NNG 가루/NNG
쿠나 XSA+EC 하 구나
크기 NNG 크/NNG 기/NNG
크나큰 VA+ETM 크나크 ㄴ
큰 VA+ETM 크 ㄴ
큰데 VA+EC 크 ㄴ데
큰딸 NNG 큰/NNG 딸/NNG
큰일 NNG 큰/NNG 일/NNG
큰일날 VV+ETM 큰일나 ㄹ
큰지 VA+EC 크 ㄴ지
클 VA+ETM 크 ㄹ
클로버필드 NNP 클로버/NNG 필드/NNG
큼 VA+ETN 크 ㅁ
큽니다 VA+EC 크 ㅂ니다
큽니다 VA+EF 크 ㅂ니다
키 XSV+ETN 하 기
키가 XSV+ETN+JKS 하 기 가
키나 XSA+ETN+JX 하 기 나
키는 XSA+ETN+JX 하 기 는
키를 XSV+ETN+JKO 하 기 를
키운 VV+ETM 키우 ㄴ
키울 VV+ETM 키우 ㄹ
키워 VV+EC 키우 어
키워본 VV+EC+VX+ETM 키우 어 보 ㄴ
키워서 VV+EC 키우 어서
키워야 VV+EC 키우 어야
키웠 VV+EP 키우 었
키지 EC+VX+ETN+VCP+EC 어 하 기 이 지
킨 XSV+ETN+JX 하 기 ㄴ
킬 EC+VX+ETN+JKO 어 하 기 ㄹ
킬 VV+ETM 키 ㄹ
킬 XSV+ETN+JKO 하 기 ㄹ
타 VV+EC 타 아
타 VV+EF 타 아
타 XSA+EC 하 다
타 XSV+EC 하 다
타고난 VV+ETM 타고나 ㄴ
타고났 VV+EP 타고나 았
타일러 VV+EC 타이르 어
탄 VV+ETM 타 ㄴ
탄다 VV+EC 타 ㄴ다
탄다 VV+EF 타 ㄴ다
탈 VV+ETM 타 ㄹ
탈바꿈 NNG 탈/NNG 바꿈/NNG
탈북자 NNG 탈북/NNG 자/NNG
탈출구 NNG 탈출/NNG 구/NNG
탈출기 NNG 탈출/NNG 기/NNG
탓 VV+EP 타 았
탔 VV+EP 타 았
태권도 NNG 태권/NNG 도/NNG
태권브이 NNP 태권/NNG 브이/NNG
태극기 NNG 태극/NNG 기/NNG
태어나 VV+EC 태어나 아
태어난 VV+ETM 태어나 ㄴ
태어날 VV+ETM 태어나 ㄹ
태어났 VV+EP 태어나 았
태어났으면 VV+EP+EC 태어나 았 으면
태워 VV+EC 태우 어
태평양 NNP 태평/NNG 양/NNG
택한 VV+ETM 택하 ㄴ
택할 VV+ETM 택하 ㄹ
택했 VV+EP 택하 았
터 VV+EC 트 어
터뜨려 VV+EC 터뜨리 어
터져 VV+EC 터지 어
터져서 VV+EC 터지 어서
터져요 VV+EF 터지 ㅓ요
터졌 VV+EP 터지 었
터졌 VX+EP 터지 었
터졌었 VV+EP 터지 었었
터진 VV+ETM 터지 ㄴ
터진 VX+ETM 터지 ㄴ
터진다 VV+EC 터지 ㄴ다
터진다 VV+EF 터지 ㄴ다
터질 VV+ETM 터지 ㄹ
터질 VX+ETM 터지 ㄹ
터질지 VV+EC 터지 ㄹ지
터짐 VV+ETN 터지 ㅁ
터집니다 VV+EF 터지 ㅂ니다
터트려 VV+EC 터트리 어
터트렸 VV+EP 터트리 었
터트릴 VV+ETM 터트리 ㄹ
턴 VV+ETM 털 ㄴ
턴 XSV+ETM 하 던
턴데 NNB+VCP+EC 터 이 ㄴ데
털 VV+ETM 털 ㄹ
털린 VV+ETM 털리 ㄴ
테 NNB+VCP 터 이
텐 NNB+VCP 터 이
텐가 NNB+VCP+EF 터 이 ㄴ가
텐데 NNB+VCP+EC 터 이 ㄴ데
텐데 NNB+VCP+EC+VCP 터 이 ㄴ데 이
텐데 NNB+VCP+EF 터 이 ㄴ데
텐데요 NNB+VCP+EC 터 이 ㄴ데요
텐데요 NNB+VCP+EF 터 이 ㄴ데요
토 XSV+EC 하 도
토록 XSV+EC 하 도록
토요일 NNG 토/NNG 요일/NNG
토할 VV+ETM 토하 ㄹ
토해 VV+EC 토하 아
톱니바퀴 NNG 톱니/NNG 바퀴/NNG
톱스타 NNG 톱/NNG 스타/NNG
통째 NNG 통/NNG 째/NNG
통찰력 NNG 통찰/NNG 력/NNG
통한 VV+ETM 통하 ㄴ
통한다 VV+EC 통하 ㄴ다
통한다 VV+EF 통하 ㄴ다
통한다는 VV+ETM 통하 ㄴ다는
통할 VV+ETM 통하 ㄹ
통해 VV+EC 통하 아
통해서 VV+EC 통하 아서
통했 VV+EP 통하 았
퇴마록 NNP 퇴마/NNG 록/NNG
투자자 NNG 투자/NNG 자/NNG
튀겨 VV+EC 튀기 어
튀어나온 VV+ETM 튀어나오 ㄴ
튀어나올 VV+ETM 튀어나오 ㄹ
튀어나와서 VV+EC 튀어나오 아서
튀어나왔 VV+EP 튀어나오 았
튄다 VV+EF 튀 ㄴ다
튈지 VV+EC 튀 ㄹ지
트랜스포터 NNP 트랜스/NNG 포터/NNP
트인 VV+ETM 트이 ㄴ
특공대 NNG 특공/NNG 대/NNG
특별난 VA+ETM 특별나 ㄴ
특수부대 NNP 특수/NNG 부대/NNG
특출난 VA+ETM 특출나 ㄴ
튼 VV+ETM 틀 ㄴ
틀 VV+ETM 틀 ㄹ
틀려서 VV+EC 틀리 어서
틀렸 VV+EP 틀리 었
틀린 VV+ETM 틀리 ㄴ
틀림 VV+ETN 틀리 ㅁ
팀원 NNG 팀/NNG 원/NNG
팀장 NNG 팀/NNG 장/NNG
파 VV+EC 파 아
파 VV+EF 파 아
파 VX+EC 프 아
파고드 VV 파고들
파고든 VV+ETM 파고들 ㄴ
파고들 VV+ETM 파고들 ㄹ
파괴력 NNG 파괴/NNG 력/NNG
파라 VA 파랗
파라 VX+EC 프 아라
파란 VA+ETM 파랗 ㄴ
파란만장 NNG 파란/NNG 만장/NNG
파랑새 NNG 파랑/NNG 새/NNG
파리 VV 팔리
파일 VV+ETM 파이 ㄹ
파해 VV+EC 파하 아
파헤쳐 VV+EC 파헤치 어
파헤친 VV+ETM 파헤치 ㄴ
판 VV+ETM 팔 ㄴ
판다 VV+EC 팔 ㄴ다
판단력 NNG 판단/NNG 력/NNG
판소리 NNG 판/NNG 소리/NNG
판중 NNG 판/NNG 중/NNG
팔 VV+ETM 팔 ㄹ
팔려 VV+EC 팔리 어
팔린 VV+ETM 팔리 ㄴ
팔씨름 NNG 팔/NNG 씨름/NNG
팠 VV+EP 파 았
패 VV+EC 패 아
패 VV+EF 패 어
패거리 NNG 패/NNG 거리/NNG
패배자 NNG 패배/NNG 자/NNG
패션쇼 NNG 패션/NNG 쇼/NNG
패스트푸드 NNG 패스트/NNG 푸드/NNG
패인 VV+ETM 패이 ㄴ
팬 VV+ETM 패 ㄴ
팰 VV+ETM 패 ㄹ
퍼 VV+EC 푸 어
퍼 VX+EC 프 어
퍼부 VV 퍼붓
퍼져 VV+EC 퍼지 어
퍼졌 VV+EP 퍼지 었
페이스북 NNP 페이스/NNG 북/NNG
펴 VV+EC 펴 어
편 VV+ETM 펴 ㄴ
편의점 NNG 편의/NNG 점/NNG
편집증 NNG 편집/NNG 증/NNG
편치 VA+EC 편하 지
편한 VA+ETM 편하 ㄴ
편할 VA+ETM 편하 ㄹ
편함 VA+ETN 편하 ㅁ
편해 VA+EC 편하 아
편했 VA+EP 편하 았
펼 VV+ETM 펴 ㄹ
펼쳐 VV+EC 펼치 어
펼쳐져 VV+EC+VX+EC 펼치 어 지 어
펼쳐진 VV+ETM 펼쳐지 ㄴ
펼쳐진다 VV+EF 펼쳐지 ㄴ다
펼쳐질 VV+ETM 펼쳐지 ㄹ
펼친 VV+ETM 펼치 ㄴ
펼칠 VV+ETM 펼치 ㄹ
폈 VV+EP 펴 었
평론가 NNG 평론/NNG 가/NNG
평보 NNG 평/NNG 보/NNG
평할 VV+ETM 평하 ㄹ
평해 VV+EC 평하 아
평했 VV+EP 평하 았
폐기물 NNG 폐기/NNG 물/NNG
포장지 NNG 포장/NNG 지/NNG
폭격기 NNG 폭격/NNG 기/NNG
폭력성 NNG 폭력/NNG 성/NNG
폭풍우 NNG 폭풍/NNG 우/NNG
표한다 VV+EF 표하 ㄴ다
표함 VV+ETN 표하 ㅁ
표현력 NNG 표현/NNG 력/NNG
표현법 NNG 표현/NNG 법/NNG
푸르른 VA+ETM 푸르르 ㄴ
푸른 VA+ETM 푸르 ㄴ
푼 VV+ETM 풀 ㄴ
푼다 VV+EC 풀 ㄴ다
풀 VV+ETM 풀 ㄹ
풀려 VV+EC 풀리 어
풀려서 VV+EC 풀리 어서
풀렸 VV+EP 풀리 었
풀린 VV+ETM 풀리 ㄴ
풀린다 VV+EC 풀리 ㄴ다
풀린다 VV+EF 풀리 ㄴ다
풀릴 VV+ETM 풀리 ㄹ
풀어내 VV+EC 풀어내 어
풀어낸 VV+ETM 풀어내 ㄴ
풀어낸다 VV+EF 풀어내 ㄴ다
풀어낼 VV+ETM 풀어내 ㄹ
풀어냄 VV+ETN 풀어내 ㅁ
풀어냈 VV+EP 풀어내 었
풀어놨 VV+EP 풀어놓 았
풀어쓴 VV+ETM 풀어쓰 ㄴ
풀하우스 NNP 풀/NNG 하우스/NNP
풍겨 VV+EC 풍기 어
풍경화 NNG 풍경/NNG 화/NNG
풍긴다 VV+EF 풍기 ㄴ다
풍자극 NNG 풍자/NNG 극/NNG
프랑스어 NNP 프랑스/NNP 어/NNG
프랑스인 NNP 프랑스/NNP 인/NNG
픈 VX+ETM 싶 은
플 VX+ETM 프 ㄹ
피눈물 NNG 피/NNG 눈물/NNG
피로감 NNG 피로/NNG 감/NNG
피어난 VV+ETM 피어나 ㄴ
피어난다 VV+EF 피어나 ㄴ다
피워 VV+EC 피우 어
피웠 VV+EP 피우 었
피조물 NNG 피/NNG 조물/NNG
피치 VV+EC 피하 지
피한 VV+ETM 피하 ㄴ
피할 VV+ETM 피하 ㄹ
피해 VV 피하
피해 VV+EC 피하 아
피해갈 VV+EC+VX+ETM 피하 아 가 ㄹ
피해자 NNG 피해/NNG 자/NNG
피했 VV+EP 피하 았
핀 VV+ETM 피 ㄴ
필 NNG+JKO 피 ㄹ
필 VV+ETM 피 ㄹ
필요악 NNG 필요/NNG 악/NNG
필욘 NNG+JX 필요 ㄴ
핏빛 NNG 핏/NNG 빛/NNG
핏줄 NNG 핏/NNG 줄/NNG
하곤 JC+JX 하고 ㄴ
하곤 JKB+JX 하고 ㄴ
하군 JC+JX 하구 ㄴ
하군 JKB+JX 하구 ㄴ
하나님 NNG 하나/NNG 님/NNG
하나하나 NNG 하나/NNG 하나/NNG
하난 NR+JX 하나 ㄴ
하난데 NNG+VCP+EC 하나 이 ㄴ데
하느님 NNG 하느/NNG 님/NNG
하늘나라 NNG 하늘/NNG 나라/NNG
하락세 NNG 하락/NNG 세/NNG
하루하루 NNG 하루/NNG 하루/NNG
하룻밤 NNG 하룻/NNG 밤/NNG
하류인생 NNP 하류/NNG 인생/NNG
하수구 NNG 하수/NNG 구/NNG
하얀 VA+ETM 하얗 ㄴ
하여튼 MAG 하튼
하이스쿨 NNG 하이/NNG 스쿨/NNG
하이틴 NNG 하이/NNG 틴/NNG
하층민 NNG 하층/NNG 민/NNG
학도병 NNG 학도/NNG 병/NNG
학부모 NNG 학/NNG 부모/NNG
학예회 NNG 학예/NNG 회/NNG
한 VV+ETM 하 ㄴ
한 VX+ETM 하 ㄴ
한 XSA+ETM 하 ㄴ
한 XSV+ETM 하 ㄴ
한가 VV+EC 하 ㄴ가
한가 VX+EC 하 ㄴ가
한가 XSA+EC 하 ㄴ가
한가 XSA+EF 하 ㄴ가
한가요 XSA+EF 하 ㄴ가요
한건 VX+ETM+NNB+JX 하 ㄴ 것 ㄴ
한건데 VX+ETM+NNB+VCP+EC 하 ㄴ 것 이 ㄴ데
한걸 VV+ETM+NNB+JKO 하 ㄴ 것 ㄹ
한걸 VX+ETM+NNB+JKO 하 ㄴ 것 ㄹ
한걸까 VX+EF 하 ㄴ걸까
한게 VX+ETM+NNB+JKC 하 ㄴ 것 이
한게 VX+ETM+NNB+JKS 하 ㄴ 것 이
한겨 XSA+EF 하 ㄴ겨
한구석 NNG 한/NNG 구석/NNP
한국어 NNG 한국/NNG 어/NNG
한국인 NNG 한국/NNG 인/NNG
한눈 NNG 한/NNG 눈/NNG
한다 VV+EC 하 ㄴ다
한다 VV+EF 하 ㄴ다
한다 VX+EC 하 ㄴ다
한다 VX+EC+VCP 하 ㄴ다 이
한다 VX+EF 하 ㄴ다
한다 XSV+EC 하 ㄴ다
한다 XSV+EF 하 ㄴ다
한다고 VV+EC 하 ㄴ다고
한다고 VV+EF 하 ㄴ다고
한다고 VX+EC 하 ㄴ다고
한다고 VX+EF 하 ㄴ다고
한다고 XSV+EC 하 ㄴ다고
한다고 XSV+EF 하 ㄴ다고
한다기 XSV+ETN 하 ㄴ다기
한다길래 VV+EC 하 ㄴ다길래
한다는 VV+ETM 하 ㄴ다는
한다는 VX+ETM 하 ㄴ다는
한다는 XSV+ETM 하 ㄴ다는
한다는데 VV+EC 하 ㄴ다는데
한다니 VV+EC 하 ㄴ다니
한다니 VV+EF 하 ㄴ다니
한다니 VX+EF 하 ㄴ다니
한다니 XSV+EC 하 ㄴ다니
한다니 XSV+EF 하 ㄴ다니
한다만 VV+EC 하 ㄴ다만
한다며 XSV+EC 하 ㄴ다며
한다면 VV+EC 하 ㄴ다면
한다면 VX+EF 하 ㄴ다면
한다면 XSV+EC 하 ㄴ다면
한다면 XSV+EF 하 ㄴ다면
한다면서 XSV+EC 하 ㄴ다면서
한다지 VV+EC 하 ㄴ다지
한단 VV+ETM 하 ㄴ단
한단 VX+ETM 하 ㄴ단
한단 XSV+ETM 하 ㄴ단
한답시고 VV+EC 하 ㄴ답시고
한답시고 XSV+EC 하 ㄴ답시고
한대 VV+EC 하 ㄴ대
한대 VV+EF 하 ㄴ대
한대 VX+EF 하 ㄴ대
한대 XSA+EF 하 ㄴ대
한데 NNG 한/NNG 데/NNG
한데 VV+EF 하 ㄴ데
한데 VX+EC 하 ㄴ데
한데 VX+EF 하 ㄴ데
한데 XSA+EC 하 ㄴ데
한데 XSA+EF 하 ㄴ데
한데다가 XSV+EC 하 ㄴ데다가
한데도 VV+EC 하 ㄴ데도
한데요 VV+EC 하 ㄴ데요
한데요 VV+EF 하 ㄴ데요
한데요 XSA+EF 하 ㄴ데요
한동안 NNG 한/NNG 동안/NNG
한들 VX+EC 하 ㄴ들
한듯 VV+EC 하 ㄴ듯
한디 XSV+EC 하 ㄴ디
한때 NNG 한/NNG 때/NNG
한마디 NNG 한/NNG 마디/NNG
한몫 NNG 한/NNG 몫/NNG
한물간 VV+ETM 한물가 ㄴ
한물갔 VV+EP 한물가 ㅏㅆ
한반도 NNP 한/NNG 반도/NNG
한숨 NNG 한/NNG 숨/NNG
한잔 NNG 한/NNG 잔/NNG
한지 VV+EC 하 ㄴ지
한지 VX+EC 하 ㄴ지
한지 XSA+EC 하 ㄴ지
한지 XSA+EF 하 ㄴ지
한지 XSV+EC 하 ㄴ지
한쪽 NNG 한/NNG 쪽/NNG
한참 NNG 한/NNG 참/NNG
한탕 NNG 한/NNG 탕/NNG
한텐 JKB+JX 한테 ㄴ
한판 NNG 한/NNG 판/NNG
한편 NNG 한/NNG 편/NNG
할 VV 하
할 VV+ETM 하 ㄹ
할 VX 하
할 VX+ETM 하 ㄹ
할 VX+ETN 하 ㄹ
할 XSA+ETM 하 ㄹ
할 XSA+JKO 하 ㄹ
할 XSV 하
할 XSV+ETM 하 ㄹ
할거 XSA+ETM+NNB+VCP 하 ㄹ 것 이
할걸 XSV+EF 하 ㄹ걸
할게 XSV+EF 하 ㄹ게
할게요 VV+EC 하 ㄹ게요
할게요 VV+EF 하 ㄹ게요
할게요 XSV+EC 하 ㄹ게요
할게요 XSV+EF 하 ㄹ게요
할까 VV+EC 하 ㄹ까
할까 VV+EC+VCP 하 ㄹ까 이
할까 VV+EF 하 ㄹ까
할까 VX+EC 하 ㄹ까
할까 XSA+EC 하 ㄹ까
할까 XSA+EF 하 ㄹ까
할까 XSV+EC 하 ㄹ까
할까 XSV+EF 하 ㄹ까
할까나 VV+EC 하 ㄹ까나
할까봐 VX+EC+VX+EC 하 ㄹ까 보 아
할까봐 XSA+EC+VX+EC 하 ㄹ까 보 아
할까봐 XSV+EC+VX+EC 하 ㄹ까 보 아
할까요 VV+EF 하 ㄹ까요
할까요 VX+EF 하 ㄹ까요
할까요 XSA+EC 하 ㄹ까요
할까요 XSA+EF 하 ㄹ까요
할까요 XSV+EF 하 ㄹ까요
할꺼 VV+EF 하 ㄹ꺼
할꺼 VV+ETM+NNB+VCP 하 ㄹ 거 이
할껄 VV+EF 하 ㄹ껄
할께 VV+EF 하 ㄹ께
할께 XSV+EC 하 ㄹ께
할께요 XSV+EF 하 ㄹ께요
할꼬 VV+EF 하 ㄹ꼬
할듯 XSV+EC 하 ㄹ듯
할땐 XSV+ETM+NNG+JX 하 ㄹ 때 ㄴ
할라고 VV+EC 하 ㄹ라고
할라고 XSV+EC 하 ㄹ라고
할래 VV+EC 하 ㄹ래
할래 VV+EF 하 ㄹ래
할래 XSV+EF 하 ㄹ래
할려 VV+EC 하 ㄹ려
할려 XSV+EC 하 ㄹ려
할려고 VV+EC 하 ㄹ려고
할려고 XSV+EC 하 ㄹ려고
할려는 VV+ETM 하 ㄹ려는
할려는 XSV+ETM 하 ㄹ려는
할려면 VV+EC 하 ㄹ려면
할려면 XSV+EC 하 ㄹ려면
할머님 NNG 할머/NNG 님/NNG
할수록 VV+EC 하 ㄹ수록
할수록 VX+EC 하 ㄹ수록
할수록 XSV+EC 하 ㄹ수록
할지 VV+EC 하 ㄹ지
할지 VX+EC 하 ㄹ지
할지 VX+EF 하 ㄹ지
할지 XSA+EC 하 ㄹ지
할지 XSV+EC 하 ㄹ지
할지 XSV+EC+VCP 하 ㄹ지 이
할지라도 VV+EC 하 ㄹ지라도
할지라도 XSA+EC 하 ㄹ지라도
할진 VV+EC+JX 하 ㄹ지 ㄴ
할텐데 VX+ETM+NNB+VCP+EC 하 ㄹ 터 이 ㄴ데
할텐데 VX+ETM+NNB+VCP+EF 하 ㄹ 터 이 ㄴ데
할텐데 XSA+ETM+NNB+VCP+EF 하 ㄹ 터 이 ㄴ데
함 VV+EC 하 ㅁ
함 VV+ETN 하 ㅁ
함 VX+ETN 하 ㅁ
함 XSA 하
함 XSA+ETN 하 ㅁ
함 XSV+EC 하 ㅁ
함 XSV+ETN 하 ㅁ
함다 XSA+EF 하 ㅁ다
합니까 VV+EC 하 ㅂ니까
합니까 VV+EF 하 ㅂ니까
합니까 VX+EF 하 ㅂ니까
합니까 XSV+EF 하 ㅂ니까
합니다 VV+EC 하 ㅂ니다
합니다 VV+EF 하 ㅂ니다
합니다 VX+EC 하 ㅂ니다
합니다 VX+EF 하 ㅂ니다
합니다 XSA+EC 하 ㅂ니다
합니다 XSA+EF 하 ㅂ니다
합니다 XSV+EC 하 ㅂ니다
합니다 XSV+EC+VCP 하 ㅂ니다 이
합니다 XSV+EF 하 ㅂ니다
합니다만 VX+EC 하 ㅂ니다만
합니다만 VX+EF 하 ㅂ니다만
합시다 VV+EC 하 ㅂ시다
합시다 VV+EF 하 ㅂ시다
합시다 VX+EF 하 ㅂ시다
합시다 XSV+EC 하 ㅂ시다
합시다 XSV+EF 하 ㅂ시다
합작품 NNG 합작/NNG 품/NNG
합쳐 VV+EC 합치 어
합쳐서 VV+EC 합치 어서
합쳐져 VV+EC+VX+EC 합치 어 지 어
합쳐진 VV+EC+VX+ETM 합치 어 지 ㄴ
합친 VV+ETM 합치 ㄴ
합해서 VV+EC 합하 아서
항 XSA+ETM 하 ㄴ
해 VV+EC 하 아
해 VV+EF 하 아
해 VV+EP 하 ㅕ
해 VX+EC 하 아
해 VX+EF 하 ㅕ
해 XSA 하
해 XSA+EC 하 아
해 XSA+EF 하 아
해 XSV+EC 하 아
해 XSV+EF 하 ㅕ
해간다 XSV+EC+VX+EF 하 아 가 ㄴ다
해결사 NNG 해결/NNG 사/NNG
해결책 NNG 해결/NNG 책/NNG
해군기지 NNP 해군/NNG 기지/NNG
해낸다 XSV+EC+VX+EF 하 아 내 ㄴ다
해낼 VV+ETM 해내 ㄹ
해낼 XSV+EC+VX+ETM 하 아 내 ㄹ
해냈 VV+EP 해내 었
해냈 XSV+EC+VX+EP 하 아 내 었
해논 XSV+EC+VV+ETM 하 아 놓 ㄴ
해놨 VV+EC+VX+EP 하 아 놓 았
해놨 VX+EC+VX+EP 하 아 놓 았
해놨 XSV+EC+VX+EP 하 아 놓 았
해다 XSV+EC 하 아다
해도 VV+EC 하 아도
해도 VV+EF 하 ㅕ도
해도 VX+EC 하 아도
해도 VX+EF 하 ㅕ도
해도 XSA+EC 하 아도
해도 XSV+EC 하 아도
해두 XSV+EC 하 ㅕ두
해드려야 VV+EC+VX+EC+VX 하 아 드리 어야 하
해드림 XSV+EC+VX+ETN 하 아 드리 ㅁ
해라 VV+EC 하 아라
해라 VV+EF 하 ㅕ라
해라 VX+EC 하 아라
해라 VX+EF 하 아라
해라 XSA+EC 하 아라
해라 XSA+EF 하 아라
해라 XSV+EC 하 아라
해라 XSV+EF 하 아라
해로운 VA+ETM 해롭 ㄴ
해바라기 NNG 해/NNG 바라기/NNG
해버려서 XSV+EC+VX+EC 하 아 버리 어서
해버림 XSV+EC+VX+ETN 하 아 버리 ㅁ
해병대 NNG 해병/NNG 대/NNG
해보인다 XSA+EC+VV+EF 하 아 보이 ㄴ다
해보일 XSA+EC+VV+ETM 하 아 보이 ㄹ
해본 VX+EC+VX+ETM 하 아 보 ㄴ
해본다 VV+EC 해보 ㄴ다
해본다 VV+EC+VX+EF 하 아 보 ㄴ다
해본다 XSV+EC+VX+EC 하 아 보 ㄴ다
해본다 XSV+EC+VX+EF 하 아 보 ㄴ다
해봄 VV+EC+VX+ETN 하 아 보 ㅁ
해봄 VX+EC+VX+ETN 하 아 보 ㅁ
해봄 XSV+EC+VX+ETN 하 아 보 ㅁ
해봐도 VV+EC+VX+EC 하 아 보 아도
해봐도 XSV+EC+VX+EC 하 아 보 아도
해봐라 VV+EC+VX+EC 하 아 보 아라
해봐라 XSV+EC+VX+EC 하 아 보 아라
해봐야 XSV+EC+VX+EC+VX 하 아 보 아야 하
해서 VV+EC 하 아서
해서 VX+EC+VCP 하 아서 이
해서 VX+EF 하 아서
해서 XSA+EC 하 아서
해서 XSA+EC+VCP 하 아서 이
해서 XSA+EF 하 아서
해서 XSV+EC 하 아서
해서 XSV+EC+VCP+VCP 하 아서 이 이
해서라도 XSV+EC 하 아서라도
해서인지 VV+EC+VCP+EC 하 아서 이 ㄴ지
해서인지 VX+EC+VCP+EC 하 아서 이 ㄴ지
해서인지 XSA+EC+VCP+EC 하 아서 이 ㄴ지
해서인지 XSV+EC+VCP+EC 하 아서 이 ㄴ지
해서일까 XSV+EC+VCP+EC 하 아서 이 ㄹ까
해선 VX+EC+JX 하 아서 ㄴ
해선 XSA+EC+JX 하 아서 ㄴ
해선 XSV+EC+JX 하 아서 ㄴ
해야 VV+EC 하 아야
해야 VV+EC+VX 하 아야 하
해야 VX+EC+VX 하 아야 하
해야 XSA+EC 하 아야
해야 XSA+EC+VX 하 아야 하
해야 XSV+EC 하 아야
해야 XSV+EC+VX 하 아야 하
해야겠다 VV+EC+VX+EP+EF 하 ㅕ야 하 겠 다
해야죠 XSV+EF 하 ㅕ야죠
해야지 VV+EC 하 ㅕ야지
해야지 VV+EF 하 ㅕ야지
해야지 VX+EC 하 ㅕ야지
해야지 XSA+EC 하 아야지
해야지 XSV+EC 하 아야지
해야지 XSV+EF 하 ㅕ야지
해야할까 VV+EC+VX+EC 하 아야 하 ㄹ까
해야함 VV+EC+VX+ETN 하 아야 하 ㅁ
해온 VV+EC+VX+ETM 하 아 오 ㄴ
해요 VV+EC 하 아요
해요 VV+EF 하 아요
해요 VX+EC 하 아요
해요 VX+EF 하 아요
해요 XSA+EC 하 아요
해요 XSA+EC+VCP 하 아요 이
해요 XSA+EF 하 아요
해요 XSV+EC 하 아요
해요 XSV+EF 하 아요
해용 VV+EC 하 아용
해용 XSA+EC 하 아용
해용 XSA+EF 하 아용
해운대 NNG 해운/NNG 대/NNG
해유 XSA+EF 하 아유
해져 XSA+EC+VX+EC 하 아 지 어
해져 XSA+EC+VX+EF 하 ㅕ 지 ㅓ
해져버렸 XSA+EC+VX+EC+VX+EP 하 아 지 어 버리 었
해져버린 XSA+EC+VX+EC+VX+ETM 하 아 지 어 버리 ㄴ
해져서 XSA+EC+VX+EC 하 아 지 어서
해져서 XSA+EC+VX+EF 하 아 지 어서
해져요 XSA+EC+VX+EF 하 아 지 어요
해졌 XSA+EC+VX+EP 하 아 지 었
해졌으면 XSA+EC+VX+EP+EC 하 아 지 었 으면
해준 NNP+JX 해주 ㄴ
해준다 VV+EC+VX+EC 하 아 주 ㄴ다
해준다 VX+EC+VX+EC 하 아 주 ㄴ다
해준다 VX+EC+VX+EF 하 아 주 ㄴ다
해준다 XSV+EC+VX+EC 하 아 주 ㄴ다
해줌 VV+EC+VX+ETN 하 아 주 ㅁ
해줍니다 VX+EC+VX+EF 하 아 주 ㅂ니다
해줘 VX+EC+VX+EC 하 아 주 어
해줘도 VV+EC+VX+EC 하 아 주 어도
해줘서 VX+EC+VX+EC 하 아 주 어서
해줘요 VX+EC+VX+EF 하 아 주 어요
해지지 XSA+EC 하 아지지
해진 XSA+EC+VX+ETM 하 아 지 ㄴ
해진 XSV+EC+VX+ETM 하 아 지 ㄴ
해진다 VV+EC+VX+EC 하 아 지 ㄴ다
해진다 XSA+EC+VX+EC 하 아 지 ㄴ다
해진다 XSA+EC+VX+EF 하 아 지 ㄴ다
해진다 XSV+EC+VX+EC 하 아 지 ㄴ다
해진다는 XSA+EC+VX+ETM 하 아 지 ㄴ다는
해질 XSA+EC+VX+ETM 하 아 지 ㄹ
해짐 XSA+EC+VX+ETN 하 아 지 ㅁ
해집니다 XSA+EC+VX+EF 하 아 지 ㅂ니다
해집니다 XSV+EC+VX+EC 하 아 지 ㅂ니다
해칠 VV+ETM 해치 ㄹ
해피엔드 NNG 해피/NNG 엔드/NNG
해할 XSA+EC+VX+ETM 하 아 하 ㄹ
해했 XSA+EC+VX+EP 하 아 하 았
핵전쟁 NNG 핵/NNG 전쟁/NNG
핵폭탄 NNG 핵/NNG 폭탄/NNG
핸 XSV+ETM 하 ㄴ
핸드폰 NNG 핸드/NNG 폰/NNG
햇 VV+EP 하 았
햇 XSA+EP 하 았
햇 XSV+EP 하 았
햇빛 NNG 햇/NNG 빛/NNG
햇살 NNG 햇/NNG 살/NNG
했 EC+VX+EP 아 하 았
했 VV+EP 하 았
했 VX+EP 하 았
했 XSA+EP 하 았
했 XSV+EP 하 았
했는데도 VV+EP+EC 하 ㅕㅆ 는데두
했다간 XSV+EP+EC+JX 하 았 다가 ㄴ
했어도 VV+EP+EC 하 았 어도
했어도 VX+EP+EC 하 았 어도
했어도 XSA+EP+EC 하 았 어도
했어도 XSV+EP+EC 하 았 어도
했어야 XSV+EP+EC 하 았 어야
했어여 XSV+EP+EF 하 ㅕㅆ 어요
했어요 XSA+EP+EC 하 았 어요
했어요 XSV+EP+EC 하 았 어요
했었 VV+EP 하 았었
했었 VX+EP 하 았었
했었 XSA+EP 하 았었
했었 XSV+EP 하 았었
했었어요 XSV+EP+EF 하 ㅕㅆ었 어요
했었으면 XSV+EP+EC 하 았었 으면
했으나 VV+EP+EC 하 았 으나
했으나 VX+EP+EC 하 았 으나
했으나 XSA+EP+EC 하 았 으나
했으나 XSV+EP+EC 하 았 으나
했으니 VV+EP+EC 하 았 으니
했으니 VX+EP+EC 하 았 으니
했으니 XSA+EP+EC 하 았 으니
했으니 XSV+EP+EC 하 았 으니
했으며 XSA+EP+EC 하 았 으며
했으며 XSV+EP+EC 하 았 으며
했으면 XSA+EP+EC 하 았 으면
했으므로 XSV+EP+EC 하 았 으므로
했을 XSV+EP+EC 하 았 을는지
했을까 VV+EP+EC 하 았 을까
했을까 VX+EP+EC 하 았 을까
했을까 XSA+EP+EC 하 았 을까
했을까 XSV+EP+EC 하 았 을까
했을지도 XSA+EP+EC+JX 하 았 을지 도
했을지도 XSV+EP+EC+JX 하 았 을지 도
했잖아 VX+EP+EC+VX+EF 하 았 지 않 아
행방불명 NNG 행방/NNG 불명/NNG
행복감 NNG 행복/NNG 감/NNG
행운아 NNG 행운/NNG 아/NNG
행한 VV+ETM 행하 ㄴ
행할 VV+ETM 행하 ㄹ
행해 VV+EC 행하 아
향한 VV+ETM 향하 ㄴ
향한다 VV+EF 향하 ㄴ다
향해 VV+EC 향하 아
향해서 VV+EC 향하 아서
향했 VV+EP 향하 았
헀 VV+EP 하 았
헀 VX+EP 하 았
허 VV+EC 허 어
허 XSA+EP 허 았
허구헌 VA+ETM 허구허 ㄴ
허무 VV 허물
허무주의 NNG 허무/NNG 주의/NNG
허수아비 NNG 허수/NNG 아비/NNG
허영심 NNG 허영/NNG 심/NNG
허탈감 NNG 허탈/NNG 감/NNG
헌 VV+ETM 하 ㄴ
헌 XSV+ETM 허 ㄴ
헌데 VV+EC 허 ㄴ데
헐 VV+ETM 허 ㄹ
헐 VV+JKO 허 ㄹ
헐 VX+ETM 허 ㄹ
헐 XSV+ETM 허 ㄹ
험 XSA+ETN 허 ㅁ
험한 VA+ETM 험하 ㄴ
헛된 VA+ETM 헛되 ㄴ
헛소리 NNG 헛/NNG 소리/NNG
헛웃음 NNG 헛/NNG 웃음/NNG
헛점 NNG 헛/NNG 점/NNG
헝클어진 VV+ETM 헝클어지 ㄴ
헤 VV+EC 하 아
헤 VX+EC 하 아
헤 XSV+EC 하 아
헤서 XSV+EC 하 아서
헤아려 VV+EC 헤아리 어
헤아릴 VV+ETM 헤아리 ㄹ
헤어나올 VV+ETM 헤어나오 ㄹ
헤어졌 VV+EP 헤어지 었
헤어진 VV+ETM 헤어지 ㄴ
헤어질 VV+ETM 헤어지 ㄹ
헤어짐 VV+ETN 헤어지 ㅁ
헤쳐 VV+EC 헤치 어
헤픈 VA+ETM 헤프 ㄴ
헬기 NNG 헬/NNG 기/NNG
헷갈려 VV+EC 헷갈리 ㅓ
헷갈려서 VV+EC 헷갈리 어서
헷갈렸 VV+EP 헷갈리 ㅓㅆ
헷갈린다 VV+EF 헷갈리 ㄴ다
헷갈릴 VV+ETM 헷갈리 ㄹ
헷갈림 VV+ETN 헷갈리 ㅁ
혀 VV+EF 혀 어
혀 XSA+EC 허 아
혀 XSA+EF 허 어
혀 XSV+EC 하 아
혁명가 NNG 혁명/NNG 가/NNG
현기증 NNG 현기/NNG 증/NNG
현대극 NNG 현대/NNG 극/NNG
현대물 NNG 현대/NNG 물/NNG
현대사 NNG 현대/NNG 사/NNG
현대식 NNG 현대/NNG 식/NNG
현대인 NNG 현대/NNG 인/NNG
현대판 NNG 현대/NNG 판/NNG
현장감 NNG 현장/NNG 감/NNG
현주소 NNG 현/NNG 주소/NNG
혈액형 NNG 혈액/NNG 형/NNG
혐오감 NNG 혐오/NNG 감/NNG
협주곡 NNG 협주/NNG 곡/NNG
형제간 NNG 형제/NNG 간/NNG
호기심 NNG 호기/NNG 심/NNG
호소력 NNG 호소/NNG 력/NNG
혹성탈출 NNP 혹성/NNG 탈출/NNG
혹해서 VV+EC 혹하 아서
혼났 VV+EP 혼나 았
혼내 VV+EC 혼내 어
홀려 VV+EC 홀리 어
홀린 VV+ETM 홀리 ㄴ
홍길동 NNG 홍/NNG 길동/NNG
화나 VV+EC 화나 아
화난 VV+ETM 화나 ㄴ
화난다 VV+EC 화나 ㄴ다
화난다 VV+EF 화나 ㄴ다
화날 VV+ETM 화나 ㄹ
화났 VV+EP 화나 았
화냈 VV+EP 화내 었
화딱지 NNG 화/NNG 딱지/NNG
화룡점정 NNG 화룡/NNG 점정/NNG
화요일 NNG 화/NNG 요일/NNG
화장실 NNG 화장/NNG 실/NNG
화해 VV+EC 화하 아
환한 VA+ETM 환하 ㄴ
활력소 NNG 활력/NNG 소/NNG
황금기 NNG 황금/NNG 기/NNG
회사원 NNG 회사/NNG 원/NNG
회색빛 NNG 회색/NNG 빛/NNG
효과음 NNG 효과/NNG 음/NNG
후려 VV+EC 후리 어
후반부 NNG 후반/NNG 부/NNG
후벼 VV+EC 후비 어
후벼판다 VV+EC+VV+EF 후비 어 파 ㄴ다
후유증 NNG 후유/NNG 증/NNG
후진 VA+ETM 후지 ㄴ
후진국 NNG 후진/NNG 국/NNG
후폭풍 NNG 후/NNG 폭풍/NNG
후한 VA+ETM 후하 ㄴ
훈련소 NNG 훈련/NNG 소/NNG
훔쳐 VV+EC 훔치 어
훔쳤 VV+EP 훔치 었
훔친 VV+ETM 훔치 ㄴ
훗날 NNG 훗/NNG 날/NNG
휘말려 VV+EC 휘말리 어
휩싸인 VV+ETM 휩싸이 ㄴ
휩쓸려 VV+EC 휩쓸리 어
휴대폰 NNG 휴대/NNG 폰/NNG
휴지통 NNG 휴지/NNG 통/NNG
흉터 NNG 흉/NNG 터/NNG
흐려 VA+EC 흐리 어
흐른 VV+ETM 흐르 ㄴ
흐른다 VV+EC 흐르 ㄴ다
흐른다 VV+EF 흐르 ㄴ다
흐를 VV+ETM 흐르 ㄹ
흐를수록 VV+EC 흐르 ㄹ수록
흐릅니다 VV+EF 흐르 ㅂ니다
흐린 VA+ETM 흐리 ㄴ
흐린 VV+ETM 흐리 ㄴ
흐림 VA+ETN 흐리 ㅁ
흔드 VV 흔들
흔든 VV+ETM 흔들 ㄴ
흔든다 VV+EC 흔들 ㄴ다
흔들 VV+ETM 흔들 ㄹ
흔들려서 VV+EC 흔들리 어서
흔들릴 VV+ETM 흔들리 ㄹ
흔들림 VV+ETN 흔들리 ㅁ
흔치 VA+EC 흔하 지
흔한 VA+ETM 흔하 ㄴ
흔해 VA+EC 흔하 아
흔해빠진 VA+EC+VX+ETM 흔하 아 빠지 ㄴ
흘러 VV+EC 흐르 어
흘러가 VV+EC 흘러가 아
흘러간 VV+ETM 흘러가 ㄴ
흘러간다 VV+EC 흘러가 ㄴ다
흘러간다 VV+EC+VX+EF 흐르 어 가 ㄴ다
흘러간다는 VV+ETM 흘러가 ㄴ다는
흘러갈 VV+ETM 흘러가 ㄹ
흘러감 VV+EC+VX+ETN 흐르 어 가 ㅁ
흘러갔 VV+EP 흘러가 았
흘러나올 VV+ETM 흘러나오 ㄹ
흘러나왔 VV+EP 흘러나오 았
흘러도 VV+EC 흐르 어도
흘러서 VV+EC 흐르 어서
흘렀 VV+EP 흐르 었
흘려 VV+EC 흘리 어
흘렸 VV+EP 흘리 었
흘린 VV+ETM 흘리 ㄴ
흘릴 VV+ETM 흘리 ㄹ
흠집 NNG 흠/NNG 집/NNG
흡인력 NNG 흡인/NNG 력/NNG
흡입력 NNG 흡입/NNG 력/NNG
흡혈귀 NNG 흡혈/NNG 귀/NNG
흣 IC 훗
흥겨운 VA+ETM 흥겹 ㄴ
흥겨움 VA+ETN 흥겹 ㅁ
흥겨웠 VA+EP 흥겹 었
흥신소 NNG 흥신/NNP 소/NNG
흥했 VV+EP 흥하 았
흥행작 NNG 흥행/NNG 작/NNG
흩어진 VV+ETM 흩어지 ㄴ
희망찬 VA+ETM 희망차 ㄴ
희생양 NNG 희생/NNG 양/NNG
희생자 NNG 희생/NNG 자/NNG
흰 VA+ETM 희 ㄴ
흰둥이 NNG 흰/NNG 둥이/NNG
흰색 NNG 흰/NNG 색/NNG
히 VV+EC 혀 어
힘겨운 VA+ETM 힘겹 ㄴ
힘겨움 VA+ETN 힘겹 ㅁ
힘겨워 VA+EC 힘겹 어
힘겨웠 VA+EP 힘겹 었
힘내 VV+EC 힘내 어
힘드 VA 힘들
힘든 VA+ETM 힘들 ㄴ
힘든데 VA+EC 힘들 ㄴ데
힘든지 VA+EC 힘들 ㄴ지
힘들 VA+ETM 힘들 ㄹ
힘듭니다 VA+EF 힘들 ㅂ니다
힘써 VV+EC 힘쓰 어
힘찬 VA+ETM 힘차 ㄴ
"""
}
